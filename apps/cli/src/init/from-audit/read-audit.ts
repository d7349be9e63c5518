import { existsSync, readFileSync, statSync } from 'node:fs';

import { audit } from '@resilience/audit/audit';

import { readFolderOf } from '../../audit/read-folder.ts';
import { Refusal } from '../../refusal.ts';
import { type Audited, audited } from './audited.ts';

/**
 * The result of an audit: of a file that `resilience audit --json` has printed, or of the manifests at a path,
 * which are judged now.
 *
 * @throws {Refusal} where nothing is there, or the result lacks what a declaration needs
 */
export function readAudit(path: string): Audited {
  const parsed = audited.safeParse(printedAt(path) ?? audit(readFolderOf(path)));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal(
    `${path} lacks ${issue?.path.join('.') ?? 'parts'} of the result of an audit: make it again with "resilience audit … --json"`,
  );
}

/** The result that a file of `audit --json` holds; undefined for every other file. */
function printedAt(path: string): unknown {
  if (!existsSync(path) || !statSync(path).isFile()) return undefined;
  const text = readFileSync(path, 'utf8');
  if (!text.startsWith('{')) return undefined;
  try {
    const printed: unknown = JSON.parse(text);
    return isPrinted(printed) ? printed.result : undefined;
  } catch {
    return undefined;
  }
}

const isPrinted = (printed: unknown): printed is { readonly result: unknown } =>
  typeof printed === 'object' &&
  printed !== null &&
  'command' in printed &&
  printed.command === 'audit' &&
  'result' in printed;
