import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { checkInputs } from '@resilience/config/check-inputs';
import type { Preset } from '@resilience/config/presets/preset';

import type { Report } from '../../report.ts';
import { judge, type Row } from '../judge.ts';
import { restoredNamespace } from '../restored-namespace.ts';
import { hooksAt, runInContainer } from '../run-hooks.ts';
import { copyFolder, giveAway } from '../unprivileged.ts';
import type { Running, Software, SoftwareCase } from './software.ts';

/** Fills a server, copies it as its preset has it, damages copies, and lets the preset's checks look. */
export async function verifySoftware(
  software: Software,
  folder: string,
  report: Report,
): Promise<Row[]> {
  const rows: Row[] = [];
  let startedAt: string | undefined;
  await report.check(`${software.version} is filled and copied`, async () => {
    startedAt = await backUp(software, folder);
  });
  if (startedAt === undefined) return rows;
  await hooksFail(software, join(folder, 'source/data'), report);
  for (const each of software.cases) {
    await report.check(`${software.name}: ${each.name}`, async () => {
      rows.push(await restoreAndJudge(software, each, { folder, startedAt: startedAt ?? '' }));
    });
  }
  return rows;
}

/** @returns when the backup began, such as 2026-01-10T02:00:00Z */
async function backUp(software: Software, folder: string): Promise<string> {
  const data = join(folder, 'source/data');
  mkdirSync(data, { recursive: true });
  giveAway(dirname(data));
  copyFolder(dirname(data), join(folder, 'nothing'));
  const server = await software.start(data);
  try {
    await software.fill(data);
    const startedAt = `${new Date().toISOString().slice(0, 19)}Z`;
    runHooks(software, data, 'before-backup');
    software.hooked?.(data);
    server.freeze();
    copyFolder(dirname(data), join(folder, 'snapshot'));
    return startedAt;
  } finally {
    await server.kill();
  }
}

const runHooks = (software: Software, data: string, when: 'before-backup' | 'after-restore') => {
  for (const { command } of hooksAt(software.preset(data), when)) run(software, data, command);
};

const run = (software: Software, data: string, command: readonly string[]): void =>
  runInContainer(command, { container: software.container(data), folder: dirname(data) });

/** A backup that a hook could not prepare must not pass for one. */
async function hooksFail(software: Software, data: string, report: Report): Promise<void> {
  for (const { name, command, onError } of hooksAt(software.preset(data), 'before-backup')) {
    if (onError === 'continue') continue;
    await report.check(`${software.name}: ${name} fails where no server runs`, async () => {
      if (passes(() => run(software, data, command))) throw new Error(`${name} ended with 0`);
    });
  }
}

function passes(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

/** @throws with what a hook says, unless hooks are known to fail */
function afterRestore(software: Software, data: string, isRefused = false): void {
  const hooks = () => runHooks(software, data, 'after-restore');
  if (!isRefused) hooks();
  else if (passes(hooks)) throw new Error('the hooks after the restore ended with 0');
}

async function restoreAndJudge(
  software: Software,
  { name, from = 'snapshot', files, inContainer, isRefused, isDown, ...expectation }: SoftwareCase,
  { folder, startedAt }: { readonly folder: string; readonly startedAt: string },
): Promise<Row> {
  const copy = join(folder, 'restored');
  const data = join(copy, 'data');
  copyFolder(join(folder, from), copy);
  files?.(data);
  let server: Running | undefined;
  try {
    server = await (isDown ? undefined : software.start(data));
    if (server) afterRestore(software, data, isRefused);
    if (inContainer) run(software, data, inContainer(data));
    const namespace = join(folder, 'namespace');
    restoredNamespace(namespace, {
      workload: 'ready',
      claim: 'Bound',
      container: software.container(data),
      ...(server && { ports: server.ports }),
    });
    const checks = checksOf(software.preset(data));
    return await judge(
      { name: `${software.name}: ${name}`, folder: namespace, checks, backupStartedAt: startedAt },
      expectation,
    );
  } finally {
    await server?.kill();
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The checks of a service that is made of the preset. */
const checksOf = ({ workloads, volumes, verification }: Preset) =>
  checkInputs('orders', { workloads, volumes, verification });
