import { styleText } from 'node:util';

import { formatTable } from '../format-table.ts';
import type { FileChange } from './file-change.ts';
import type { RenderResult } from './render-environments.ts';

/** More names than this hide what follows. */
const shownFiles = 20;

/** A row for each environment, and below them the names of the files that changed. */
export function formatResults(
  results: readonly RenderResult[],
  files: readonly FileChange[],
): string {
  const [head = '', ...rows] = formatTable([
    ['environment', 'files', 'time', 'changes'],
    ...results.map((result) => [
      result.environment,
      String(result.files),
      `${Math.round(result.milliseconds)} ms`,
      formatChanges(result),
    ]),
  ]);
  return [styleText('bold', head), ...rows, ...formatFiles(files)].join('\n');
}

function formatChanges(result: RenderResult): string {
  const changes = (['added', 'changed', 'removed'] as const)
    .filter((key) => result[key] > 0)
    .map((key) => `${result[key]} ${key}`);
  return changes.length > 0 ? changes.join(', ') : 'none';
}

function formatFiles(files: readonly FileChange[]): string[] {
  const left = files.length - shownFiles;
  return [
    ...files.slice(0, shownFiles).map(({ change, path }) => `${change.padEnd(9)}${path}`),
    ...(left > 0 ? [`and ${left} more`] : []),
  ];
}
