import { git } from '../git.ts';
import { refuse } from '../refusal.ts';
import { repositoryRoot } from '../repository-root.ts';

/**
 * The day that a report is made for: the clock has no part in it.
 *
 * @param asked `YYYY-MM-DD`; undefined for the day of the commit
 * @throws {Refusal} where it is no day, or no commit says one
 */
export function dateOf(asked: string | undefined): string {
  if (asked !== undefined) {
    return isDay(asked) ? asked : refuse(`--date is a day such as 2026-12-31, not ${asked}`);
  }
  return (
    git(repositoryRoot, 'log', '-1', '--format=%cs') ??
    refuse('no commit says for which day the report is: name it by --date YYYY-MM-DD')
  );
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(time || 0).toISOString().startsWith(text);
}
