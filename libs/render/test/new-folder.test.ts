import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { writeNewFolder } from '../src/new-folder.ts';

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-new-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'bundle');
}

test('files are there, and for nobody else to read', () => {
  const folder = place();
  writeNewFolder(folder, [
    { path: 'a.json', content: '{}' },
    { path: 'logs/b.log', content: 'line' },
  ]);
  expect(readFileSync(join(folder, 'logs/b.log'), 'utf8')).toBe('line');
  expect(statSync(folder).mode & 0o077).toBe(0);
  expect(statSync(join(folder, 'a.json')).mode & 0o077).toBe(0);
});

test('what is there already is not written into', () => {
  const folder = place();
  writeNewFolder(folder, []);
  expect(() => writeNewFolder(folder, [{ path: 'a', content: '' }])).toThrow(/EEXIST/);
  expect(readdirSync(folder)).toEqual([]);
});
