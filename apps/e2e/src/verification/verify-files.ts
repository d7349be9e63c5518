import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { minutes } from '@resilience/config/duration';

import { debianPackages } from '../debian-packages.ts';
import { programRoot } from '@resilience/fixtures/program-root';
import type { Report } from '../report.ts';
import { checksOf } from './declared-service.ts';
import { type FileCase, fileCases } from './file-cases.ts';
import { judge, type Row } from './judge.ts';
import { restoredNamespace } from './restored-namespace.ts';
import { copyFolder, enterContainer, execute, giveAway, reachable } from './unprivileged.ts';

/** Lets the hook write a canary, copies the volume, damages copies, and lets every check look at them. */
export async function verifyFiles(folder: string, report: Report): Promise<Row[]> {
  const rows: Row[] = [];
  mkdirSync(folder);
  const found = busybox(folder);
  if ('missing' in found) {
    report.skip('files, in a container of busybox', found.missing);
    return rows;
  }
  const container = enterContainer({ PATH: found.programs });
  const backup = join(folder, 'backup');
  mkdirSync(backup);
  writeFileSync(join(backup, 'upload'), 'of a customer');
  giveAway(backup);
  await report.check('the hook writes a canary, with busybox', async () => {
    writeCanary(folder, { container, volume: backup });
  });
  for (const each of fileCases) {
    await report.check(`files: ${each.name}`, async () => {
      rows.push(await restoreAndJudge(each, { folder, backup, container }));
    });
  }
  return rows;
}

interface Files {
  readonly folder: string;
  readonly backup: string;
  /** A shell script that runs its arguments as the container would. */
  readonly container: string;
}

async function restoreAndJudge(
  { name, files, canaryAge = 0, restored, ...rest }: FileCase,
  { folder, backup, container }: Files,
): Promise<Row> {
  const { outcomes, tells } = rest;
  const volume = join(folder, 'restored');
  const service = await answering('answer' in rest ? rest.answer : 200);
  try {
    copyFolder(backup, volume);
    files?.(volume);
    restoredNamespace(join(folder, 'namespace'), {
      workload: 'ready',
      claim: 'Bound',
      mountPath: volume,
      container,
      ports: { 8080: service.port },
      ...restored,
    });
    const began = new Date(Date.now() + canaryAge * 1_000);
    return await judge(
      {
        name: `files: ${name}`,
        folder: join(folder, 'namespace'),
        checks: checksOf([
          {
            check: 'checksums',
            volume: 'data',
            workload: 'db',
            container: 'main',
            timeout: minutes(1),
            path: volume,
            manifest: '.canary/SHA256SUMS',
            within: minutes(30),
          },
          { check: 'http', workload: 'db', port: 8080, path: '/healthz' },
        ]),
        backupStartedAt: `${began.toISOString().slice(0, 19)}Z`,
      },
      { outcomes, ...(tells && { tells }) },
    );
  } finally {
    service.close();
    chmodSync(volume, 0o755);
    rmSync(volume, { recursive: true });
  }
}

/** As Velero runs the hook: its text is an argument of the container's shell. */
function writeCanary(
  folder: string,
  { container, volume }: { readonly container: string; readonly volume: string },
): void {
  const program = join(folder, 'enter');
  writeFileSync(program, `#!/bin/sh\n${container}\n`);
  const script = readFileSync(join(programRoot, 'apps/cluster/scripts/write-canary.sh'), 'utf8');
  const words = ['write-canary', volume, '.canary/SHA256SUMS', '60'];
  execute('/bin/sh', [program, 'sh', '-c', script, ...words]);
}

/** A service that answers every request so; one that is gone, where it answers nothing. */
async function answering(
  status: number | undefined,
): Promise<{ readonly port: number; readonly close: () => void }> {
  const server = createServer((_, response) => response.writeHead(status ?? 500).end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
  };
  if (status === undefined) close();
  return { port, close };
}

/** A folder of nothing but what busybox brings. */
function busybox(folder: string): { readonly programs: string } | { readonly missing: string } {
  const found = debianPackages('busybox-static');
  if ('missing' in found) return found;
  const program = join(reachable(found.folder, join(folder, 'busybox')), 'bin/busybox');
  const programs = join(folder, 'programs');
  mkdirSync(programs);
  for (const name of execute(program, ['--list']).trim().split('\n')) {
    symlinkSync(program, join(programs, name));
  }
  return { programs };
}
