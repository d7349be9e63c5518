import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { type Replacement, replaceFiles } from '../src/replace-files.ts';

const old: Replacement = { file: 'a/old.ts', before: 'old', after: 'changed' };
const fresh: Replacement = { file: 'b/c/new.ts', before: undefined, after: 'new' };
const gone: Replacement = { file: 'd/gone.ts', before: 'gone', after: undefined };

function folder(): string {
  const root = mkdtempSync(join(tmpdir(), 'resilience-replace-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const { file, before } of [old, gone]) {
    mkdirSync(join(root, file, '..'));
    writeFileSync(join(root, file), before ?? '');
  }
  return root;
}

const contents = (root: string): (string | undefined)[] =>
  [old, fresh, gone].map(({ file }) =>
    existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined,
  );

test('files are changed, made and taken away together', () => {
  const root = folder();
  replaceFiles(root, [old, fresh, gone]);
  expect(contents(root)).toEqual(['changed', 'new', undefined]);
  expect(existsSync(join(root, 'd'))).toBe(false);
});

test('where one cannot be changed, those before it are put back', () => {
  const root = folder();
  writeFileSync(join(root, 'file'), '');
  const refused: Replacement = { file: 'file/below.ts', before: undefined, after: 'x' };
  expect(() => replaceFiles(root, [old, fresh, gone, refused])).toThrow(/ENOTDIR|EEXIST/);
  expect(contents(root)).toEqual(['old', undefined, 'gone']);
  expect(existsSync(join(root, 'b'))).toBe(false);
});

test('a file that somebody else has changed meanwhile stops all', () => {
  const root = folder();
  writeFileSync(join(root, gone.file), 'edited');
  expect(() => replaceFiles(root, [old, fresh, gone])).toThrow('d/gone.ts was changed');
  expect(contents(root)).toEqual(['old', undefined, 'edited']);
});
