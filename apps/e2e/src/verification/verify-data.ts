import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Report } from '../report.ts';
import type { Row } from './judge.ts';
import { mariadb } from './mariadb.ts';
import { postgres } from './postgres.ts';
import { software } from './software/index.ts';
import { verifySoftware } from './software/verify-software.ts';
import { table } from './table.ts';
import { verifyDatabase } from './verify-database.ts';
import { verifyFiles } from './verify-files.ts';

/*
 * Real databases and files are filled, copied, damaged and looked at by the scripts of drills. Only the
 * API of Kubernetes is not real here: a stand-in for kubectl runs what is sent to a container where that
 * container's server is.
 */
const report = new Report();
/** Software that takes long, and is looked at all the same. */
const asked = new Set(process.argv.slice(2));
const rows: Row[] = [];
const tables: Row[][] = [];
const folder = mkdtempSync(join(tmpdir(), 'rv-'));
try {
  chmodSync(folder, 0o755);
  const missing = ['jq', 'curl', 'timeout'].filter((tool) => spawnSync(tool, ['--version']).error);
  if (missing.length > 0) {
    report.skip('e2e:verification', `${missing.join(', ')} is not on the PATH`);
  } else {
    rows.push(...(await verifyFiles(join(folder, 'files'), report)));
    for (const make of [postgres, mariadb]) {
      const engine = make(folder);
      if ('missing' in engine) report.skip(`checks of ${make.name}`, engine.missing);
      else rows.push(...(await verifyDatabase(engine, join(folder, engine.name), report)));
    }
    for (const { name, find, leftOut } of software) {
      if (leftOut !== undefined && !asked.has(name)) {
        report.skip(`checks of ${name}`, `${leftOut}: npm run e2e:verification -- ${name}`);
        continue;
      }
      const found = await find(folder);
      if ('missing' in found) report.skip(`checks of ${name}`, found.missing);
      else tables.push(await verifySoftware(found, join(folder, name), report));
    }
  }
  for (const each of [rows, ...tables].filter(({ length }) => length > 0)) {
    process.stdout.write(`\n${table(each)}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = report.finish() ? 0 : 1;
