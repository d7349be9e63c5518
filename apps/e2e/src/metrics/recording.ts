import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(import.meta.dirname, 'recorded/object-state.txt');

/** When everything in the recording was made: 2026-06-01T00:00:00Z. */
const created = 1_780_272_000;

const end = '# EOF\n';

/** What was scraped, the same whenever and in whatever order it was: OpenMetrics. */
export const recordingOf = (text: string): string =>
  text
    .replace(end, '')
    .split(/(?=^# HELP )/m)
    .map(sortedFamily)
    .toSorted()
    .join('') + end;

/** Comments first. */
function sortedFamily(family: string): string {
  const lines = family.trimEnd().split('\n');
  const comments = lines.filter((each) => each.startsWith('#'));
  const series = lines.filter((each) => !each.startsWith('#')).map(atOnce);
  return `${[...comments, ...series.toSorted()].join('\n')}\n`;
}

const atOnce = (each: string): string =>
  each.replace(/^(\w+_created_timestamp_seconds\{.*\}) \S+$/, `$1 ${created}`);

/** What was recorded, for tests that need it without a cluster. */
export const recorded = (): string => readFileSync(file, 'utf8');

export const record = (text: string): void => writeFileSync(file, text);
