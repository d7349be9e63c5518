import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { replaceFile } from '../src/replace-file.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'resilience-replace-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

test('a file is replaced, and nothing is left beside it', () => {
  const root = folder();
  writeFileSync(join(root, 'measurements.json'), 'old');
  replaceFile(join(root, 'measurements.json'), 'new');
  expect(readFileSync(join(root, 'measurements.json'), 'utf8')).toBe('new');
  expect(readdirSync(root)).toEqual(['measurements.json']);
});

test('where it cannot be replaced, nothing is left beside it either', () => {
  const root = folder();
  mkdirSync(join(root, 'measurements.json'));
  expect(() => replaceFile(join(root, 'measurements.json'), 'new')).toThrow(/EISDIR/);
  expect(readdirSync(root)).toEqual(['measurements.json']);
});
