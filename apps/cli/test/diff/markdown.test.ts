import { stripVTControlCharacters } from 'node:util';

import { expect, test } from 'vitest';

import type { Diff, PlacedDiff } from '../../src/diff/diff-flags.ts';
import { escapeMarkdown } from '../../src/diff/escape-markdown.ts';
import { formatMarkdown } from '../../src/diff/format-markdown.ts';
import { formatText } from '../../src/diff/format-text.ts';
import { wrapLines } from '../../src/wrap-line.ts';

const hostile = '@team `code` <img src=x> [link](https://evil.example) | #12 *bold*\n# heading';

const nothing = { appears: [], vanishes: [] };

const environment: PlacedDiff = {
  environment: 'production',
  change: 'changed',
  statements: Array.from({ length: 12 }, (_, index) => ({
    kind: 'schedules/backups-are-kept',
    direction: 'weaker',
    text: `${index} ${hostile}`,
    places: [{ file: 'environments/production/config.ts', line: 12, path: 'schedules.`a|b`' }],
  })),
  stacks: [],
  aws: [
    {
      stack: 'backup-storage',
      address: 'aws_s3_bucket.backups',
      change: 'destroyed',
      attributes: [],
      loses: 'all objects of the bucket',
      because: undefined,
      refused: false,
    },
  ],
  cluster: [],
  proofs: [],
  cost: { before: [1, 2, 3], after: [2, 3, 4.5] },
  findings: [],
  drills: nothing,
  alerts: nothing,
  steps: [{ by: 'person', text: hostile }],
};

const diff: Diff = {
  base: { name: hostile, commit: '0123456789012345678901234567890123456789' },
  notices: [hostile],
  organisation: [],
  environments: [environment],
  unchanged: ['staging'],
};

const comment = formatMarkdown(diff);

test('the comment begins with its mark, and folds what is more than a screen', () => {
  expect(comment.split('\n')[0]).toBe('<!-- resilience-diff -->');
  const folded = comment.replaceAll(/<details>[^]*?<\/details>/g, '').trim();
  expect(folded.split('\n').length).toBeLessThan(45);
  expect(comment).toContain('<summary>4 more that are weaker</summary>');
  expect(folded).toContain('DESTROYED aws');
  expect(folded).toContain('$3.00 → $4.50');
});

test('nothing in the comment is markup but its own', () => {
  const own = comment
    .replace('<!-- resilience-diff -->', '')
    .replaceAll(/<\/?(details|summary|code)>/g, '');
  expect(own).not.toContain('<');
  // Mentions, references to issues, and links on their own would be made of these.
  expect(own).not.toMatch(/@\w|#\d|:\/\//);
  expect(own.replaceAll(/\\[\\`*_{}[\]~|]/g, '')).not.toMatch(/[`[\]~]/);
  expect(own).not.toMatch(/^# heading/m);
});

test.each([
  ['a|b', String.raw`a\|b`],
  ['<b> & "c"', '&lt;b&gt; &amp; "c"'],
  ['two\nlines', 'two lines'],
  ['@octocat #1', '@\u200Boctocat #\u200B1'],
  ['a_b`c`', String.raw`a_b\`c\``],
  ['_a_', String.raw`\_a\_`],
])('%j is written as %j', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

test('the text fits a terminal of 60 columns, addresses of files aside', () => {
  const lines = stripVTControlCharacters(wrapLines(formatText(diff), 60)).split('\n');
  expect(lines.filter((line) => line.length > 60 && line.trim().includes(' '))).toEqual([]);
  expect(lines.join('\n')).toContain('Weaker');
});
