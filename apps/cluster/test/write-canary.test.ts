import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { primaryEnvironment } from '@resilience/config/fixtures';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { synthesised } from './synthesised.ts';

let volume = '';

beforeEach(() => {
  volume = mkdtempSync(join(tmpdir(), 'resilience-canary-'));
});

afterEach(() => {
  rmSync(volume, { recursive: true });
});

const script = join(import.meta.dirname, '../scripts/write-canary.sh');
const write = (seconds = 0, path: string | undefined = process.env['PATH']) =>
  spawnSync('/bin/sh', [script, volume, '.canary/SHA256SUMS', String(seconds)], {
    encoding: 'utf8',
    env: { PATH: path },
  });

const files = (): string[] => readdirSync(join(volume, '.canary')).toSorted();
const manifest = (): string => readFileSync(join(volume, '.canary/SHA256SUMS'), 'utf8');

/** The sum and name in the manifest, and the file of that name. */
function named() {
  const [sum = '', name = ''] = manifest().trim().split('  ');
  return { sum, name, content: readFileSync(join(volume, name)) };
}

/** As if the canary had been written so long ago. */
function aged(seconds: number): void {
  const { name, content } = named();
  const lines = content.toString().split('\n');
  const older = [String(Number(lines[0]) - seconds), ...lines.slice(1)].join('\n');
  writeFileSync(join(volume, name), older);
  const sum = createHash('sha256').update(older).digest('hex');
  writeFileSync(join(volume, '.canary/SHA256SUMS'), `${sum}  ${name}\n`);
}

test('a file of this time is written, and the manifest tells its sum', () => {
  const before = Math.floor(Date.now() / 1000);
  expect(write()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  const { sum, name, content } = named();
  expect(createHash('sha256').update(content).digest('hex')).toBe(sum);
  expect(name).toMatch(/^\.canary\/\d{8}T\d{6}Z-[0-9a-f]{8}$/);
  expect(Number(content.toString().split('\n')[0])).toBeGreaterThanOrEqual(before);
  expect(content.toString().endsWith('\nend\n')).toBe(true);
  expect(files()).toEqual([name.slice('.canary/'.length), 'SHA256SUMS'].toSorted());
});

test('the next backup gets a canary of its own, and the one before goes', () => {
  write();
  aged(3600);
  const first = named();
  expect(write(600)).toMatchObject({ status: 0 });
  expect(named().sum).not.toBe(first.sum);
  expect(files()).toHaveLength(2);
});

test('the second of two pods that share a volume leaves what the first has written', () => {
  write();
  const first = manifest();
  expect(write(600)).toMatchObject({ status: 0 });
  expect(manifest()).toBe(first);
});

test.each([
  ['is truncated', (path: string) => truncateSync(path, 100)],
  ['is missing', (path: string) => rmSync(path)],
  ['says no time', (path: string) => writeFileSync(path, 'hello')],
])('a young canary that %s is written again', (_, damage) => {
  write();
  const first = manifest();
  damage(join(volume, named().name));
  expect(write(600)).toMatchObject({ status: 0 });
  expect(manifest()).not.toBe(first);
  const { sum, content } = named();
  expect(createHash('sha256').update(content).digest('hex')).toBe(sum);
});

test('a manifest that says nothing is written again', () => {
  mkdirSync(join(volume, '.canary'));
  writeFileSync(join(volume, '.canary/SHA256SUMS'), '');
  expect(write(600)).toMatchObject({ status: 0 });
  expect(named().sum).toHaveLength(64);
});

test('a hook that dies before its end leaves what was there, whole', () => {
  write();
  aged(3600);
  const first = manifest();
  const tools = join(volume, 'tools');
  mkdirSync(tools);
  writeFileSync(join(tools, 'sync'), '#!/bin/sh\nexit 1\n');
  chmodSync(join(tools, 'sync'), 0o755);
  expect(write(600, `${tools}:${process.env['PATH']}`).status).not.toBe(0);
  expect(manifest()).toBe(first);
  expect(files()).toEqual([named().name.slice('.canary/'.length), 'SHA256SUMS'].toSorted());
});

test('what others keep in the folder stays there', () => {
  mkdirSync(join(volume, '.canary'));
  writeFileSync(join(volume, '.canary/README'), '');
  write();
  expect(existsSync(join(volume, '.canary/README'))).toBe(true);
});

test('a canary is written before each backup of a volume whose checksums are checked', () => {
  expect(synthesised(primaryEnvironment())['Schedule/daily']?.spec).toMatchObject({
    template: {
      hooks: {
        resources: expect.arrayContaining([
          {
            name: 'shop-canary-of-files',
            includedNamespaces: ['shop'],
            includedResources: ['pods'],
            labelSelector: { matchLabels: { app: 'shop-db' } },
            pre: [
              {
                exec: {
                  container: 'postgres',
                  command: [
                    '/bin/sh',
                    '-c',
                    readFileSync(script, 'utf8'),
                    'write-canary',
                    '/srv/files',
                    '.canary/SHA256SUMS',
                    '300',
                  ],
                  onError: 'Continue',
                  timeout: '1m0s',
                },
              },
            ],
          },
        ]),
      },
    },
  });
});
