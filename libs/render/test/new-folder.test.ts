import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { writeNewFolder } from '../src/new-folder.ts';

const place = (): string => join(mkdtempSync(join(tmpdir(), 'resilience-new-')), 'bundle');

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
