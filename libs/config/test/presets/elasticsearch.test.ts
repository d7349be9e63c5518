import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { aboutElasticsearch } from '../../src/presets/elasticsearch.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'search-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the hook after a restore with a server that has one snapshot, and says so of reading it back. */
function readBack(said: string) {
  const program = join(folder, 'curl');
  const answer = `case "$*" in *_cat/snapshots*) echo backup-1 ;; *_restore*) echo '${said}' ;; esac`;
  writeFileSync(program, `#!/bin/sh\n${answer}\n`);
  chmodSync(program, 0o755);
  const hook = aboutElasticsearch.example().hooks.find(({ name }) => name === 'search-restore');
  if (hook?.kind !== 'command') throw new TypeError('there is no such hook');
  const [, ...words] = hook.command;
  return spawnSync('sh', words, {
    env: { PATH: `${folder}:/usr/bin:/bin`, HOSTNAME: 'search-0' },
    encoding: 'utf8',
  });
}

const restored = (shards: object) =>
  JSON.stringify({ snapshot: { snapshot: 'backup-1', indices: ['products'], shards } });

test('a snapshot that is read back whole lets the restore go on', () => {
  expect(readBack(restored({ total: 2, failed: 0, successful: 2 })).status).toBe(0);
});

test('a shard that cannot be read back fails the restore, and the answer is shown', () => {
  const answer = restored({ total: 2, failed: 1, successful: 1 });
  expect(readBack(answer)).toMatchObject({ status: 1, stderr: `${answer}\n` });
});
