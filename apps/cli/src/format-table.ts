import wrap from 'wrap-ansi';

import { terminalWidth } from './terminal-width.ts';

type Row = readonly string[];

const gap = 2;
/** A column that is narrower breaks words. */
const narrowest = 8;

/**
 * Columns as wide as what is in them; the last one is left ragged. Where the terminal is narrower, the widest
 * columns are made narrower, and what is in them takes several lines.
 *
 * @param width of the terminal, in columns
 */
export function formatTable(rows: readonly Row[], width = terminalWidth()): string[] {
  const widths = fitted(naturalWidths(rows), width);
  return rows.flatMap((row) => formatRow(row, widths));
}

const naturalWidths = (rows: readonly Row[]): number[] =>
  rows.reduce<number[]>(
    (all, row) => row.map((cell, at) => Math.max(all[at] ?? 0, cell.length)),
    [],
  );

/** Takes from the widest column until all fit, or none can be narrower. */
function fitted(widths: readonly number[], width: number): readonly number[] {
  const narrower = [...widths];
  const room = width - gap * (widths.length - 1);
  for (;;) {
    const excess = narrower.reduce((sum, one) => sum + one, 0) - room;
    const widest = Math.max(...narrower);
    if (excess <= 0 || widest <= narrowest) return narrower;
    narrower[narrower.indexOf(widest)] = widest - 1;
  }
}

function formatRow(row: Row, widths: readonly number[]): string[] {
  const cells = row.map((cell, at) => inLines(cell, widths[at] ?? cell.length));
  const height = Math.max(1, ...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, at) =>
        at === row.length - 1
          ? (lines[line] ?? '')
          : (lines[line] ?? '').padEnd((widths[at] ?? 0) + gap),
      )
      .join('')
      .trimEnd(),
  );
}

/** Takes no room, and stands where a name such as `namespace-deletion` may be broken. */
const joint = '\u2060';

const inLines = (cell: string, width: number): string[] =>
  cell.length <= width
    ? [cell]
    : wrap(cell.replaceAll(/-(?=\w)/g, `-${joint} `), width, { hard: true })
        .replaceAll(`${joint} `, '')
        .replaceAll(joint, '')
        .split('\n');
