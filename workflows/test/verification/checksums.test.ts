import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { Cluster, workload } from './cluster.ts';

/* Damaged files are looked at by `npm run e2e:verification`, as a user whom permissions stop. */
let cluster: Cluster;
let volume = '';

beforeEach(() => {
  cluster = new Cluster();
  volume = join(cluster.folder, 'volume');
  mkdirSync(join(volume, '.canary'), { recursive: true });
  cluster.container('db-0', 'main');
  cluster.run('db', { mounts: { [volume]: 'data' } });
});

afterEach(() => {
  cluster.remove();
});

const checksums = (more: object = {}) =>
  cluster.verify({
    check: 'checksums',
    workloads: [workload('db')],
    container: 'main',
    timeout: { seconds: 30 },
    path: volume,
    manifest: '.canary/SHA256SUMS',
    within: { seconds: 300 },
    ...more,
  });

/** Writes a file, and the manifest of its true sum or of another one. */
function canary(name: string, sum?: string): void {
  const content = 'hello\nend\n';
  cluster.write(`volume/.canary/${name}`, content);
  const correct = createHash('sha256').update(content).digest('hex');
  cluster.write('volume/.canary/SHA256SUMS', `${sum ?? correct}  .canary/${name}\n`);
}

test.each([
  ['after the backup began', '20260110T020130Z-1a2b3c4d'],
  ['as long before it as is allowed', '20260110T015500Z-1a2b3c4d'],
])('a canary that was written %s is of that backup', async (_, name) => {
  canary(name);
  expect(await checksums()).toMatchObject({ exit: 0, said: { verified: true } });
});

test('a canary that is a second too old is of an older backup', async () => {
  canary('20260110T015459Z-1a2b3c4d');
  expect(await checksums()).toMatchObject({
    exit: 1,
    said: {
      received: 'files of 20260110015459: an older copy',
      detail: expect.stringContaining('sums are right'),
    },
  });
});

test.each([
  ['that says no time', () => canary('hello'), 'files of 0: an older copy'],
  ['whose sum is another', () => canary('20260110T020130Z-1a2b3c4d', '0'.repeat(64)), 'is altered'],
  [
    'that is no manifest',
    () => cluster.write('volume/.canary/SHA256SUMS', 'hello\n'),
    'a line of .canary/SHA256SUMS is no sum and name',
  ],
])('a manifest %s proves nothing', async (_, write, received) => {
  write();
  expect(await checksums()).toMatchObject({
    exit: 1,
    said: { received: expect.stringContaining(received) },
  });
});

test('a folder of the image is not taken for the volume', async () => {
  canary('20260110T020130Z-1a2b3c4d');
  expect(await checksums({ path: join(volume, '.canary') })).toMatchObject({
    exit: 1,
    said: { expected: expect.stringContaining('a claim that main mounts at'), received: 'none' },
  });
});

test('a volume without a claim is damage before anything is read', async () => {
  const claims = [{ volume: 'data', selector: 'app=db' }];
  expect(await checksums({ claims })).toMatchObject({
    exit: 1,
    said: { expected: 'bound claims of the volume data', received: 'it has none' },
  });
});
