import { styleText } from 'node:util';

import type { RenderResult } from './render-environments.ts';

type Cell = string;

/** More columns than this make a table too wide to read. */
const columns = 5;

/** A column for each environment: its objects by kind, what changed, and the time it took. */
export function formatResults(results: readonly RenderResult[]): string {
  const tables: string[] = [];
  for (let start = 0; start < results.length; start += columns) {
    tables.push(formatTable(results.slice(start, start + columns)));
  }
  return tables.join('\n\n');
}

function formatTable(results: readonly RenderResult[]): string {
  const kinds = [...new Set(results.flatMap(({ objects }) => Object.keys(objects)))].toSorted();
  const counts = kinds.map((kind): Cell[] => [
    kind,
    ...results.map(({ objects }) => String(objects[kind] ?? '')),
  ]);
  const head = ['', ...results.map(({ environment }) => environment)];
  const foot = [
    ['files', ...results.map(({ files }) => String(files))],
    ['changes', ...results.map(formatChanges)],
    ['time', ...results.map(({ milliseconds }) => `${Math.round(milliseconds)} ms`)],
  ];
  const widths = head.map((_, column) =>
    Math.max(...[head, ...counts, ...foot].map((row) => row[column]?.length ?? 0)),
  );
  return [
    styleText('bold', align(head, widths)),
    ...counts.map((row) => align(row, widths)),
    ...foot.map((row) => styleText('cyan', align(row, widths))),
  ].join('\n');
}

/** The first column to the left, numbers to the right. */
const align = (row: readonly Cell[], widths: readonly number[]): string =>
  row
    .map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
    .join('  ');

function formatChanges(result: RenderResult): string {
  const changes = (['added', 'changed', 'removed'] as const)
    .filter((key) => result[key] > 0)
    .map((key) => `${result[key]} ${key}`);
  return changes.length > 0 ? changes.join(', ') : 'none';
}
