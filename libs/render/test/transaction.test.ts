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

import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { changesIn } from '../src/changes.ts';
import { sourcesNotice } from '../src/notice.ts';
import type { RenderedFile } from '../src/rendered-file.ts';
import { recover, Transaction } from '../src/transaction.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'resilience-render-'));
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

const text = (content: string): string => `# ${sourcesNotice}\n${content}`;
const file = (path: string, content: string): RenderedFile => ({ path, content: text(content) });

/** Stages what differs, as a render does. */
const stage = (transaction: Transaction, folder: string, ...files: readonly RenderedFile[]): void =>
  transaction.stage(join(root, folder), changesIn(join(root, folder), files));

test('a commit replaces rendered files, and removes what is no longer rendered with its folder', () => {
  place('one/rendered/kubernetes/old/old.yaml', text('old'));
  place('one/config.ts', 'declared');
  const transaction = new Transaction();
  stage(transaction, 'one/rendered', file('kubernetes/a/new.yaml', 'new'));
  stage(transaction, 'two/rendered', file('new.json', '{}'));
  transaction.commit();
  expect(tree()).toEqual({
    'one/config.ts': 'declared',
    'one/rendered/kubernetes/a/new.yaml': text('new'),
    'two/rendered/new.json': text('{}'),
  });
  expect(existsSync(join(root, 'one/rendered/kubernetes/old'))).toBe(false);
});

const leftByTerraform = {
  'rendered/terraform/bootstrap/terraform.tfstate': '{"version":4}',
  'rendered/terraform/bootstrap/terraform.tfstate.backup': '{"version":4}',
  'rendered/terraform/bootstrap/.terraform.lock.hcl': 'provider "aws" {}',
  'rendered/terraform/bootstrap/backend_override.tf.json': '{}',
  'rendered/terraform/bootstrap/.terraform/terraform.tfstate': '{}',
  'rendered/terraform/gone/terraform.tfstate': '{"version":4}',
  'rendered/notes.md': '# Notes of the operator',
};

test('what rendering did not write stays, also beside files and in folders that are no longer rendered', () => {
  for (const [path, content] of Object.entries(leftByTerraform)) place(path, content);
  place('rendered/terraform/gone/main.tf.json', text('old'));
  const transaction = new Transaction();
  stage(transaction, 'rendered', file('terraform/bootstrap/main.tf.json', 'new'));
  transaction.commit();
  expect(tree()).toEqual({
    ...leftByTerraform,
    'rendered/terraform/bootstrap/main.tf.json': text('new'),
  });
});

test('any file that does not say that it is rendered survives any render', () => {
  const name = fc.stringMatching(/^[a-z]{1,3}(\.[a-z]{1,3})?$/);
  const files = fc.uniqueArray(fc.record({ folder: name, name }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(files, files, (own, rendered) => {
      rmSync(join(root, 'rendered'), { recursive: true, force: true });
      for (const one of own) place(`rendered/own-${one.folder}/own-${one.name}`, 'own');
      const before = tree();
      for (const content of ['first', 'second']) {
        const transaction = new Transaction();
        const paths = new Set(rendered.map((one) => `own-${one.folder}/${one.name}`));
        stage(transaction, 'rendered', ...[...paths].map((path) => file(path, content)));
        transaction.commit();
      }
      const emptied = new Transaction();
      stage(emptied, 'rendered');
      emptied.commit();
      expect(tree()).toEqual(before);
    }),
    { numRuns: 30 },
  );
});

test('before the commit every old file is as it was, and a discard leaves nothing', () => {
  place('one/rendered/old.yaml', text('old'));
  const transaction = new Transaction();
  stage(transaction, 'one/rendered', file('new.yaml', 'new'));
  expect(readFileSync(join(root, 'one/rendered/old.yaml'), 'utf8')).toBe(text('old'));
  transaction.discard();
  expect(tree()).toEqual({ 'one/rendered/old.yaml': text('old') });
});

test('a commit that fails halfway puts every file back', () => {
  place('one/rendered/old.yaml', text('old one'));
  place('one/rendered/kept.yaml', text('kept'));
  place('one/rendered/own.tfstate', 'own');
  place('two/rendered/old.yaml', text('old two'));
  const before = tree();
  const transaction = new Transaction();
  for (const name of ['three', 'one', 'two']) {
    stage(
      transaction,
      `${name}/rendered`,
      file('deep/new.yaml', 'new'),
      file('kept.yaml', 'changed'),
    );
  }
  rmSync(join(root, 'two/.rendered-next'), { recursive: true });
  expect(() => transaction.commit()).toThrow('ENOENT');
  expect(tree()).toEqual(before);
  expect(existsSync(join(root, 'three/rendered'))).toBe(false);
});

test('a folder where a file has to be is an error, and stays', () => {
  place('rendered/a.yaml/own', 'own');
  place('rendered/b.yaml', text('old'));
  const before = tree();
  const transaction = new Transaction();
  stage(transaction, 'rendered', file('b.yaml', 'new'), file('a.yaml', 'new'));
  expect(() => transaction.commit()).toThrow('EISDIR');
  expect(tree()).toEqual(before);
});

test('what a killed render had moved away is put back', () => {
  place('one/.rendered-previous/deep/old.yaml', text('old'));
  place('one/.rendered-next/half.yaml', text('half'));
  place('one/rendered/deep/old.yaml', text('new'));
  place('one/rendered/terraform.tfstate', 'own');
  recover(join(root, 'one/rendered'));
  const transaction = new Transaction();
  stage(transaction, 'one/rendered', file('deep/old.yaml', 'old'));
  transaction.commit();
  expect(tree()).toEqual({
    'one/rendered/deep/old.yaml': text('old'),
    'one/rendered/terraform.tfstate': 'own',
  });
});

test('two files with one path are refused', () => {
  const change = { path: 'same.yaml', before: undefined, after: text('') };
  expect(() => new Transaction().stage(join(root, 'one/rendered'), [change, change])).toThrow(
    'same.yaml',
  );
  expect(tree()).toEqual({});
});

test('a file that could not be removed again, as it does not say that it is rendered, is refused', () => {
  const change = { path: 'bare.yaml', before: undefined, after: 'kind: Pod\n' };
  expect(() => new Transaction().stage(join(root, 'one/rendered'), [change])).toThrow('bare.yaml');
  expect(tree()).toEqual({});
});
