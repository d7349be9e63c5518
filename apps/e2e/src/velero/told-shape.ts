import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(import.meta.dirname, '../metrics/recorded/velero.txt');

/**
 * What Velero tells of itself, without what differs from one run to the next: each metric with its help and
 * type, and each series with its labels, but without its value.
 */
export const shapeOf = (text: string): string =>
  text
    .split(/(?=^# HELP )/m)
    .filter((family) => /^# HELP (?:velero|podVolume)_/.test(family))
    .map(withoutValues)
    .toSorted()
    .join('');

function withoutValues(family: string): string {
  const lines = family.trimEnd().split('\n');
  const comments = lines.filter((line) => line.startsWith('#'));
  const series = lines
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.replace(/ \S+$/, ''));
  return `${[...comments, ...series.toSorted()].join('\n')}\n`;
}

export const recordedShape = (): string => readFileSync(file, 'utf8');

export const recordShape = (shape: string): void => writeFileSync(file, shape);
