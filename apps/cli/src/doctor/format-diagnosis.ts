import { styleText } from 'node:util';

import type { Diagnosis } from './diagnosis.ts';
import type { Found, State } from './doctor-check.ts';

const order: readonly State[] = ['wrong', 'warning', 'unknown', 'ok'];
const width = Math.max(...order.map(({ length }) => length));
const colours = { wrong: 'red', warning: 'yellow', unknown: 'cyan', ok: 'green' } as const;

/** A paragraph for each group, what is wrong first; the last line counts. */
export const formatDiagnosis = ({ environment, groups }: Diagnosis): string =>
  [
    ...groups.map(({ group, checks, notMade }) =>
      [
        styleText('bold', group),
        ...checks
          .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
          .flatMap(formatFound),
        ...(notMade.length > 0
          ? [`  ${' '.repeat(width)}  not looked at: ${notMade.join(', ')}`]
          : []),
      ].join('\n'),
    ),
    `${environment}: ${counts(groups.flatMap(({ checks }) => checks))}`,
  ].join('\n\n');

const formatFound = ({ subject, state, found, fix }: Found): string[] => [
  `  ${styleText(colours[state], state.padEnd(width))}  ${subject}: ${found}`,
  ...(fix === undefined ? [] : [`  ${' '.repeat(width)}  fix: ${fix}`]),
];

const counts = (checks: readonly Found[]): string =>
  order
    .map((state) => [checks.filter((one) => one.state === state).length, state] as const)
    .filter(([count, state]) => count > 0 || state === 'wrong')
    .map(([count, state]) => `${count} ${state}`)
    .join(', ');
