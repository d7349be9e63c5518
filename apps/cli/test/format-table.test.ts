import { stripVTControlCharacters, styleText } from 'node:util';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { formatTable } from '../src/format-table.ts';
import { wrapLines } from '../src/wrap-line.ts';

const rows = [
  ['service', 'why', 'since'],
  ['orders', 'no copy of its volumes is left in the DR region', '2 d'],
  ['media', 'none', '14 h 45 min'],
];

test('columns are as wide as what is in them where nobody looks at a terminal', () => {
  expect(formatTable(rows, Number.POSITIVE_INFINITY)).toEqual([
    'service  why                                              since',
    'orders   no copy of its volumes is left in the DR region  2 d',
    'media    none                                             14 h 45 min',
  ]);
});

test('in a narrow terminal the widest column takes several lines', () => {
  expect(formatTable(rows, 48)).toEqual([
    'service  why                         since',
    'orders   no copy of its volumes is   2 d',
    '         left in the DR region',
    'media    none                        14 h 45 min',
  ]);
});

test('a name is broken after its hyphens, and kept whole where it fits', () => {
  const disasters = [
    ['orders', 'malicious-deletion', 'one-two'],
    ['media', 'region-failure of all', 'none'],
  ];
  expect(formatTable(disasters, 28)).toEqual([
    'orders  malicious-   one-two',
    '        deletion',
    'media   region-      none',
    '        failure of',
    '        all',
  ]);
});

const cell = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,12}$/);

test('no row is wider than the terminal, and no word is lost', () => {
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(table, fc.integer({ min: 40, max: 120 }), (cells, width) => {
      const lines = formatTable(cells, width);
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
      expect(words(lines.join(' '))).toEqual(words(cells.flat().join(' ')));
    }),
  );
});

const words = (text: string): string[] => text.trim().split(/\s+/).toSorted();

test('a long line goes on below its own indentation, with its colour', () => {
  const long = styleText('red', 'the objective is not held by any schedule of the cluster', {
    validateStream: false,
  });
  const lines = wrapLines(`  ${long}\n  short`, 30).split('\n');
  expect(lines.map((line) => stripVTControlCharacters(line))).toEqual([
    '  the objective is not held',
    '    by any schedule of the',
    '    cluster',
    '  short',
  ]);
});
