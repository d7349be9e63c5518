import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { Report } from '../report.ts';
import type { DatabaseCase } from './damage.ts';
import { checksOf } from './declared-service.ts';
import type { Engine, Server } from './engine.ts';
import { judge, type Row } from './judge.ts';
import { hooksAt, runInContainer } from './run-hooks.ts';
import { restoredNamespace } from './restored-namespace.ts';
import { copyFolder } from './unprivileged.ts';

/** Fills a server, restores and damages it in every way, and lets every check look at it. */
export async function verifyDatabase(
  engine: Engine,
  folder: string,
  report: Report,
): Promise<Row[]> {
  const rows: Row[] = [];
  let backups: Backups | undefined;
  await report.check(`${engine.version} is filled and copied`, async () => {
    backups = await backUp(engine, folder);
  });
  if (!backups) return rows;
  const { cases, startedAt } = backups;
  for (const each of cases) {
    await report.check(`${engine.name}: ${each.name}`, async () => {
      rows.push(await restoreAndJudge(engine, each, { folder, startedAt }));
    });
  }
  return rows;
}

interface Backups {
  readonly cases: readonly DatabaseCase[];
  /** Such as 2026-01-10T02:00:00Z. */
  readonly startedAt: string;
}

/** Leaves copies in folders that are called as a case says where it is from. */
async function backUp(engine: Engine, folder: string): Promise<Backups> {
  mkdirSync(folder);
  const source = join(folder, 'source');
  const data = join(source, 'data');
  engine.initialise(data);
  copyFolder(source, join(folder, 'nothing'));
  const server = await engine.start(data);
  engine.fill(server);
  const cases = engine.cases(server, data);
  // What was just written is from before the backup, to the second.
  const startedAt = `${new Date(Date.now() + 1_000).toISOString().slice(0, 19)}Z`;
  for (const { command } of hooksAt(engine.preset, 'before-backup')) {
    runInContainer(command, { container: engine.container(data), folder: source });
  }
  const dump = engine.dump(data);
  await server.stop();
  copyFolder(source, join(folder, 'copy'));
  await crashed(await engine.start(data));
  copyFolder(source, join(folder, 'crash'));
  copyFolder(join(folder, 'nothing'), join(folder, 'dump'));
  const reader = await engine.start(join(folder, 'dump/data'));
  engine.load(join(folder, 'dump/data'), dump);
  await reader.stop();
  return { cases, startedAt };
}

/** Writes something last, so that there is something to recover. */
async function crashed(server: Server): Promise<void> {
  server.sql('CREATE TABLE last_words AS SELECT 1 AS one');
  await server.crash();
}

async function restoreAndJudge(
  engine: Engine,
  { name, from = 'copy', files, sql, isDown, restored, ...expectation }: DatabaseCase,
  { folder, startedAt }: { readonly folder: string; readonly startedAt: string },
): Promise<Row> {
  const copy = join(folder, 'restored');
  const data = join(copy, 'data');
  copyFolder(join(folder, from), copy);
  files?.(data);
  const server = await (isDown ? undefined : engine.start(data));
  try {
    if (sql !== undefined) server?.sql(sql);
    restoredNamespace(join(folder, 'namespace'), {
      workload: 'ready',
      claim: 'Bound',
      container: engine.container(data),
      ...restored,
    });
    const checks = checksOf(engine.preset.verification);
    const named = { name: `${engine.name}: ${name}`, checks, backupStartedAt: startedAt };
    return await judge({ ...named, folder: join(folder, 'namespace') }, expectation);
  } finally {
    await server?.stop();
    rmSync(copy, { recursive: true, force: true });
  }
}
