import { mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { gib } from '@resilience/config/bytes';
import { percent } from '@resilience/config/percent';
import { prometheus as preset } from '@resilience/config/presets/prometheus';

import { debianPackages } from '../../debian-packages.ts';
import { freePort } from '../../free-port.ts';
import { answering, ended, startServer } from '../server-process.ts';
import { enterContainer, execute, identity, reachable } from '../unprivileged.ts';
import type { Running, Software, SoftwareCase } from './software.ts';

/** @param folder where programs are copied to, if they cannot be reached where they are */
export function prometheus(folder: string): Software | { readonly missing: string } {
  const found = debianPackages('prometheus');
  if ('missing' in found) return found;
  const root = reachable(found.folder, join(folder, 'prometheus-programs'));
  const promtool = join(root, 'usr/bin/promtool');
  return {
    name: 'prometheus',
    version: `Prometheus, ${execute(promtool, ['--version']).split(' ')[2]}`,
    preset: (data) =>
      preset({
        name: 'db',
        labels: { app: 'db' },
        container: 'main',
        size: gib(1),
        used: percent(1),
        dailyChange: percent(1),
        path: data,
      }),
    start: (data) => start(data, root),
    fill: (data) => {
      const series = join(dirname(data), 'series');
      writeFileSync(series, `${samples().join('\n')}\n# EOF\n`);
      const words = ['tsdb', 'create-blocks-from', 'openmetrics', series, data];
      execute(promtool, words, identity);
    },
    container: () => enterContainer({ PATH: `${root}/usr/bin:/usr/bin:/bin` }),
    cases,
  };
}

/** One a minute of the last six hours but three: they are in blocks, and no longer in the log. */
function samples(): string[] {
  const end = Math.floor(Date.now() / 1_000) - 3 * 3_600;
  return Array.from(
    { length: 180 },
    (_, index) => `orders_total ${index} ${end + (index - 180) * 60}`,
  );
}

async function start(data: string, root: string): Promise<Running> {
  const port = await freePort();
  const config = join(dirname(data), 'prometheus.yaml');
  mkdirSync(dirname(config), { recursive: true });
  writeFileSync(config, '');
  const child = startServer({
    program: join(root, 'usr/bin/prometheus'),
    words: [
      `--config.file=${config}`,
      `--storage.tsdb.path=${data}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    variables: {},
    log: join(dirname(data), 'log'),
  });
  const isReady = `http://127.0.0.1:${port}/-/ready`;
  await answering(child, 60_000, () => {
    try {
      execute('curl', ['--silent', '--fail', '--max-time', '2', isReady]);
      return true;
    } catch {
      return false;
    }
  });
  return {
    ports: { 9090: port },
    freeze: () => child.kill('SIGSTOP'),
    kill: () => ended(child, 'SIGKILL'),
  };
}

/** Blocks are folders whose names are ULIDs. */
const blocks = (data: string): string[] =>
  readdirSync(data)
    .filter((name) => /^01[0-9A-Z]{24}$/.test(name))
    .map((name) => join(data, name));

const cases: readonly SoftwareCase[] = [
  { name: 'healthy', outcomes: {} },
  {
    name: 'restored empty',
    from: 'nothing',
    outcomes: { 'db-blocks': 'damaged' },
    tells: ['db-blocks', /^0$/],
  },
  {
    name: 'the blocks are missing',
    files: (data) => {
      for (const block of blocks(data)) rmSync(block, { recursive: true });
    },
    outcomes: { 'db-blocks': 'damaged' },
    tells: ['db-blocks', /^0$/],
  },
  {
    name: 'the indexes of the blocks are truncated',
    files: (data) => {
      for (const block of blocks(data)) truncateSync(join(block, 'index'), 20);
    },
    isDown: true,
    outcomes: { http: 'damaged', 'db-blocks': 'damaged' },
    tells: ['db-blocks', /index|size|block/],
  },
];
