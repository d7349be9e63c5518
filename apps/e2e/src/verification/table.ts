import type { Row } from './judge.ts';

/** Which check says what of which restored copy; `·` where it was not asked. */
export function table(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap(({ outcomes }) => Object.keys(outcomes)))];
  const width = Math.max(...rows.map(({ name }) => name.length));
  const line = (name: string, cells: readonly string[]): string =>
    `${name.padEnd(width)}  ${cells.map((cell, index) => cell.padEnd(columns[index]?.length ?? 0)).join('  ')}`.trimEnd();
  return [
    line('', columns),
    ...rows.map(({ name, outcomes }) =>
      line(
        name,
        columns.map((column) => outcomes[column] ?? '·'),
      ),
    ),
  ].join('\n');
}
