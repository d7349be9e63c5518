import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { changesIn } from '../src/changes.ts';
import { sourcesNotice } from '../src/notice.ts';
import { unifiedDiff } from '../src/unified-diff.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resilience-changes-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('files are added, changed, removed or left out', () => {
  const rendered = `# ${sourcesNotice}\n`;
  mkdirSync(join(folder, 'deep'));
  writeFileSync(join(folder, 'deep/changed.yaml'), 'a\n');
  writeFileSync(join(folder, 'removed.yaml'), rendered);
  writeFileSync(join(folder, 'terraform.tfstate'), '{}');
  writeFileSync(join(folder, 'same.yaml'), 'c\n');
  const changes = changesIn(folder, [
    { path: 'same.yaml', content: 'c\n' },
    { path: 'deep/changed.yaml', content: 'A\n' },
    { path: 'added.yaml', content: 'd\n' },
  ]);
  expect(changes).toEqual([
    { path: 'added.yaml', before: undefined, after: 'd\n' },
    { path: 'deep/changed.yaml', before: 'a\n', after: 'A\n' },
    { path: 'removed.yaml', before: rendered, after: undefined },
  ]);
});

test('a folder that is not there has no files', () => {
  expect(changesIn(join(folder, 'missing'), [])).toEqual([]);
});

test.each([
  ['a\nb\n', 'a\nB\n', '--- a/f/x\n+++ b/f/x\n@@ -1,2 +1,2 @@\n a\n-b\n+B\n'],
  [undefined, 'a\n', '--- /dev/null\n+++ b/f/x\n@@ -0,0 +1,1 @@\n+a\n'],
  ['a\n', undefined, '--- a/f/x\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n'],
])('%j that becomes %j is shown as git shows it', (before, after, diff) => {
  expect(unifiedDiff('f', { path: 'x', before, after })).toBe(diff);
});
