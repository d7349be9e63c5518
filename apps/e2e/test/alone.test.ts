import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

function folderOf(): string {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-alone-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A process that makes the file, which takes it a while, and notes that it did. */
function maker(folder: string) {
  const source = `
    import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
    import { alone } from '${join(import.meta.dirname, '../src/alone.ts')}';
    alone('${folder}/made', () => existsSync('${folder}/made'), () => {
      appendFileSync('${folder}/makers', process.pid + ' ');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
      writeFileSync('${folder}/made', '');
    });`;
  const words = ['--input-type=module', '--eval', source];
  return once(spawn(process.execPath, words, { stdio: 'inherit' }), 'exit');
}

test('of some that make the same, one does, and the others wait for it', async () => {
  const folder = folderOf();
  const exits = await Promise.all([maker(folder), maker(folder), maker(folder)]);
  expect(exits.map(([code]) => code as unknown)).toEqual([0, 0, 0]);
  expect(readFileSync(join(folder, 'makers'), 'utf8').trim().split(' ')).toHaveLength(1);
  expect(existsSync(join(folder, 'made.lock'))).toBe(false);
});

test('what one began that has ended since, another does', async () => {
  const folder = folderOf();
  const { pid } = spawnSync('true');
  writeFileSync(join(folder, 'made.lock'), String(pid));
  await maker(folder);
  expect(existsSync(join(folder, 'made'))).toBe(true);
});
