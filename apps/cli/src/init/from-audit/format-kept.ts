import { formatDuration } from '@resilience/config/duration';

import type { HeldObjective, Marks } from './marks.ts';

/** What differs from what was found, and what is marked. */
export function formatKept({ notes, objectives, breaches }: Marks & Notes): string[] {
  const held = Object.entries(objectives).flatMap(([service, ofService]) =>
    Object.entries(ofService).map(
      ([scenario, one]) => `${service}, ${scenario}: ${formatHeld(one)}`,
    ),
  );
  return [
    ...listed('To look at:', notes),
    ...listed('What you have does not hold the objectives of its tier; these stand instead:', held),
    ...listed(
      'What you have breaks these rules, which are waived for 90 days:',
      breaches.map(({ rule, subject, why }) => `${rule} for ${subject}: ${why}`),
    ),
  ];
}

interface Notes {
  readonly notes: readonly string[];
}

const formatHeld = (held: HeldObjective): string =>
  'unprotected' in held
    ? `unprotected. ${held.unprotected}`
    : `RPO ${formatDuration(held.rpo)}, RTO ${formatDuration(held.rto)}`;

const listed = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [[title, ...lines.map((line) => `  ${line}`)].join('\n')];

export const nextStepsOfKept = `Next:
  npm run render                              render what is declared
  npm run resilience -- check                 judge what was rendered
  docs/guides/adopting-what-exists.md         keep the password of the repositories, before anything is applied; then
                                              take over bucket, schedules and server, and run the first drill`;
