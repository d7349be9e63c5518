import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { waitUntil } from '../src/wait-until.ts';

function folderOf(): string {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-alone-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A process that makes the file, which takes it a while, and notes that it did. */
function maker(folder: string, milliseconds = 300) {
  const source = `
    import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
    import { alone } from '${join(import.meta.dirname, '../src/alone.ts')}';
    alone('${folder}/made', () => existsSync('${folder}/made'), () => {
      appendFileSync('${folder}/makers', process.pid + ' ');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${milliseconds});
      writeFileSync('${folder}/made', '');
    });`;
  const words = ['--input-type=module', '--eval', source];
  const child = spawn(process.execPath, words, { stdio: 'inherit' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, exit: once(child, 'exit') };
}

const makersOf = (folder: string): string[] =>
  existsSync(join(folder, 'makers'))
    ? readFileSync(join(folder, 'makers'), 'utf8').trim().split(' ')
    : [];

/** Some processes that make the file at once. */
async function crowd(folder: string): Promise<void> {
  const exits = await Promise.all([1, 2, 3, 4].map(() => maker(folder).exit));
  expect(exits.map(([code]) => code as unknown)).toEqual([0, 0, 0, 0]);
}

/** A process that is killed in the middle of making the file. */
async function killedMaker(folder: string): Promise<void> {
  const { child, exit } = maker(folder, 600_000);
  await waitUntil('it makes the file', 60_000, () => Promise.resolve(makersOf(folder).length > 0));
  child.kill('SIGKILL');
  await exit;
}

test('one of several processes makes the file, and the others wait for it', async () => {
  const folder = folderOf();
  await crowd(folder);
  expect(makersOf(folder)).toHaveLength(1);
});

test('the lock of a process that was killed is taken over by one of several', async () => {
  const folder = folderOf();
  await killedMaker(folder);
  await crowd(folder);
  expect(makersOf(folder)).toHaveLength(2);
});

test('a lock whose file is empty is taken over by one of several', async () => {
  const folder = folderOf();
  await killedMaker(folder);
  const left = readdirSync(folder).filter((name) => name !== 'makers');
  expect(left).not.toEqual([]);
  for (const name of left) writeFileSync(join(folder, name), '');
  await crowd(folder);
  expect(makersOf(folder)).toHaveLength(2);
});

test('a process that waits for the file does not make it again', async () => {
  const folder = folderOf();
  const first = maker(folder, 2_000);
  await waitUntil('it makes the file', 60_000, () => Promise.resolve(makersOf(folder).length > 0));
  await maker(folder).exit;
  await first.exit;
  expect(makersOf(folder)).toHaveLength(1);
});
