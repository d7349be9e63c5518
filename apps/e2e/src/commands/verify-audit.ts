import { deepEqual, ok } from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Manifest } from '../apiserver/client.ts';
import type { Report } from '../report.ts';
import type { CommandLine } from './command-line.ts';

/** Where something was read, and what only a cluster knows. */
const aside = new Set([
  'file',
  'line',
  'place',
  'notRead',
  'newest',
  'longestBackup',
  'installedBy',
]);

/** Namespaces that a cluster makes anew, and Velero's own: of files, they are not judged. */
const platform = /^(kube-.*|argocd|velero|backup-system)$/;

type Result = Readonly<Record<string, unknown>>;

interface Audited {
  readonly commandLine: CommandLine;
  /** What was applied, as it was written. */
  readonly applied: readonly Manifest[];
}

/**
 * `resilience audit` finds in a cluster what it finds in the files that were applied to it, row by row.
 *
 * @param of what the cluster is called in the report
 * @returns what was found in the cluster
 */
export async function verifyAudit(of: string, audited: Audited, report: Report): Promise<Result> {
  const { commandLine, applied } = audited;
  const { context, resilience } = commandLine;
  const live = (await resilience<Result>(['audit', '--context', context])).result;
  const inFiles = await ofFiles(commandLine, applied);
  const parts = Object.keys(inFiles).filter((part) => !aside.has(part));
  await report.check(`${of}: audit finds in the cluster what it finds in its files`, async () => {
    ok(parts.length > 0);
    for (const part of parts) deepEqual(comparable(live[part]), comparable(inFiles[part]), part);
    return parts.map((part) => `${rowsIn(live[part])}${part}`).join(', ');
  });
  return live;
}

async function ofFiles({ resilience }: CommandLine, applied: readonly Manifest[]): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-audited-'));
  try {
    for (const [index, object] of applied.entries()) {
      writeFileSync(join(folder, `${index}-${object.kind}.json`), JSON.stringify(object));
    }
    return (await resilience<Result>(['audit', folder])).result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const rowsIn = (part: unknown): string => (Array.isArray(part) ? `${part.length} ` : '');

/** Rows have no order of their own; the platform's, and places, are left out. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value
      .filter((one) => !isPlatform(one))
      .map(comparable)
      .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !aside.has(key))
      .map(([key, of]) => [key, key === 'excludedNamespaces' ? of : comparable(of)]),
  );
}

/** The name of a namespace, or its row. */
function isPlatform(value: unknown): boolean {
  if (typeof value === 'string') return platform.test(value);
  return (
    typeof value === 'object' &&
    value !== null &&
    'disasters' in value &&
    'name' in value &&
    platform.test(String(value.name))
  );
}
