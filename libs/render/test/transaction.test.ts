import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { Transaction } from '../src/transaction.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'resilience-render-'));
  for (const name of ['one', 'two']) mkdirSync(join(root, name));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const place = (path: string, content: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
};

/** Every file below the root with its content. */
const tree = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]),
  );

test('a commit replaces the folders, and removes what is no longer rendered', () => {
  place('one/rendered/old.yaml', 'old');
  place('one/config.ts', 'declared');
  const transaction = new Transaction();
  transaction.stage(join(root, 'one/rendered'), [
    { path: 'kubernetes/a/new.yaml', content: 'new' },
  ]);
  transaction.stage(join(root, 'two/rendered'), [{ path: 'new.json', content: '{}' }]);
  transaction.commit();
  expect(tree()).toEqual({
    'one/config.ts': 'declared',
    'one/rendered/kubernetes/a/new.yaml': 'new',
    'two/rendered/new.json': '{}',
  });
});

test('before the commit every old file is as it was, and a discard leaves nothing', () => {
  place('one/rendered/old.yaml', 'old');
  const transaction = new Transaction();
  transaction.stage(join(root, 'one/rendered'), [{ path: 'new.yaml', content: 'new' }]);
  expect(readFileSync(join(root, 'one/rendered/old.yaml'), 'utf8')).toBe('old');
  transaction.discard();
  expect(tree()).toEqual({ 'one/rendered/old.yaml': 'old' });
});

test('a commit that fails halfway puts every folder back', () => {
  place('one/rendered/old.yaml', 'old one');
  place('two/rendered/old.yaml', 'old two');
  mkdirSync(join(root, 'three'));
  const transaction = new Transaction();
  for (const name of ['three', 'one', 'two']) {
    transaction.stage(join(root, name, 'rendered'), [{ path: 'new.yaml', content: 'new' }]);
  }
  rmSync(join(root, 'two/.rendered-next'), { recursive: true });
  expect(() => transaction.commit()).toThrow('ENOENT');
  expect(tree()).toEqual({
    'one/rendered/old.yaml': 'old one',
    'two/rendered/old.yaml': 'old two',
  });
  expect(existsSync(join(root, 'three/rendered'))).toBe(false);
});

test('what a killed render left is cleared away, and an old folder that it had moved is kept', () => {
  place('one/.rendered-previous/old.yaml', 'old');
  place('one/.rendered-next/half.yaml', 'half');
  const transaction = new Transaction();
  transaction.stage(join(root, 'one/rendered'), [{ path: 'new.yaml', content: 'new' }]);
  transaction.discard();
  expect(tree()).toEqual({ 'one/rendered/old.yaml': 'old' });
});

test('two files with one path are refused', () => {
  const file = { path: 'same.yaml', content: '' };
  expect(() => new Transaction().stage(join(root, 'one/rendered'), [file, file])).toThrow(
    'same.yaml',
  );
  expect(tree()).toEqual({});
});
