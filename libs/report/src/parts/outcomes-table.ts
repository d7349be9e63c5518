import type { JSX } from 'preact';

import type { Environment } from '../model/report.ts';
import type { Outcome } from '../model/service.ts';
import { paths } from '../paths.ts';
import { link } from './link.ts';
import { type Cell, table } from './table.ts';
import { badge, markOf } from './verdict.ts';
import { time, timeOr } from './words.ts';

/** A row for each service and disaster, as `recovery.md` has. */
export const outcomesTable = ({ name, services }: Environment, from: string): JSX.Element =>
  table({
    caption: `Objectives of ${name}`,
    head: [
      'Service',
      'Disaster',
      'Verdict',
      'May lose (RPO)',
      'Loses at worst',
      'Back within (RTO)',
      'Back at worst',
      'As expected',
      'Restored from',
    ],
    rows: services.flatMap((service) =>
      service.outcomes.map((outcome) => {
        const target = { from, to: paths.service(name, service.name), anchor: outcome.scenario };
        return [
          service.name,
          link(target, outcome.scenario),
          badge(markOf(outcome)),
          ...figures(outcome),
        ];
      }),
    ),
  });

const figures = (outcome: Outcome): Cell[] =>
  outcome.verdict === 'unprotected'
    ? ['all', 'all of it', 'no time', 'never', '', '']
    : [
        time(outcome.rpo.declared),
        outcome.loses,
        time(outcome.rto.declared),
        timeOr('unknown', outcome.rto.worst),
        timeOr('', outcome.rto.expected),
        outcome.restoredFrom.join(', '),
      ];
