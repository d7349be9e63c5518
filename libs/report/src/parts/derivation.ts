import { h, type JSX } from 'preact';

import type { Candidate, Proved, Term } from '../model/service.ts';
import { list } from './list.ts';
import { none } from './none.ts';
import { table } from './table.ts';
import { time, timeOr } from './words.ts';

/** How the worst case of both objectives comes about. */
export const derivation = (outcome: Proved): JSX.Element[] => [
  h('h3', {}, 'How much is lost'),
  ...loss(outcome),
  h('h3', {}, 'How long it takes'),
  ...duration(outcome),
];

function loss({ scenario, candidates, excluded, restoredFrom }: Proved): JSX.Element[] {
  const others = excluded.map(({ schedule, why }) => `${schedule} ${why}`);
  if (candidates.length + others.length === 0) {
    return [none('Volumes stay as they are: nothing is restored, and nothing is lost.')];
  }
  return [
    ...(candidates.length === 0
      ? [none('No backup is left to restore from.')]
      : [
          table({
            caption: `Schedules that can serve after ${scenario}`,
            figures: [2, 3, 4, 5, 6, 7, 8],
            head: [
              'Schedule',
              'Role',
              'Longest gap',
              'Skipped runs',
              'Backup takes',
              'Replication lag',
              'Loses at most',
              'Kept',
              'Must reach back',
              'Copy',
            ],
            rows: candidates.map((one) => row(one, restoredFrom)),
          }),
        ]),
    ...(others.length > 0 ? [h('p', {}, 'Schedules that cannot serve:'), list(others)] : []),
  ];
}

const row = (one: Candidate, restoredFrom: readonly string[]): string[] => [
  one.schedule,
  restoredFrom.includes(one.schedule) ? 'restored from' : 'in reserve',
  time(one.gap),
  time(one.skipped),
  time(one.duration),
  time(one.lag),
  time(one.total),
  time(one.kept),
  time(one.needed),
  one.location,
];

function duration({ scenario, terms, missing, rto }: Proved): JSX.Element[] {
  return [
    ...(terms.length === 0
      ? [none('No backup is left, so that no time can be computed.')]
      : [
          table({
            caption: `Parts of the recovery time after ${scenario}`,
            figures: [1, 2],
            head: ['Part', 'At worst', 'Expected', 'Amount', 'Known from', 'Declared at'],
            rows: [
              ...terms.map(termRow),
              ['All', timeOr('unknown', rto.worst), timeOr('unknown', rto.expected), '', '', ''],
            ],
          }),
        ]),
    ...(missing.length > 0
      ? [h('p', {}, 'Neither assumed nor measured often enough:'), list(missing)]
      : []),
  ];
}

const termRow = ({ name, worst, expected, amount, source, path }: Term) => [
  name,
  time(worst),
  time(expected),
  amount,
  source,
  h('code', {}, path),
];
