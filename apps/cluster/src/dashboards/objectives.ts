import type { Environment } from '@resilience/config/environment';
import { unprotected } from '@resilience/recovery/unprotected';

import { hasServices } from './has-services.ts';
import { lines } from './panels/lines.ts';
import type { Unplaced } from './panels/panel.ts';
import { type Column, table } from './panels/table.ts';
import { below, shareUsed } from './panels/thresholds.ts';

/** The recording rules of one kind of objective. */
interface Objective {
  readonly short: 'RPO' | 'RTO';
  readonly measure: string;
  readonly declared: string;
  readonly proved: string;
  readonly measured: string;
}

const recoveryPoint: Objective = {
  short: 'RPO',
  measure: 'Data loss',
  declared: 'resilience:service_declared_rpo_seconds',
  proved: 'resilience:service_proved_rpo_seconds',
  measured: 'resilience:drill_data_loss_seconds',
};

const recoveryTime: Objective = {
  short: 'RTO',
  measure: 'Recovery time',
  declared: 'resilience:service_rto_seconds',
  proved: 'resilience:service_proved_rto_seconds',
  measured: 'resilience:drill_recovery_time_seconds',
};

const ofEach = (metric: string): string => `max by (service, scenario) (${metric})`;

/** An objective of zero leaves nothing to divide by. */
const shareOf = (metric: string, declared: string): string =>
  `${ofEach(metric)} / on (service, scenario) (${ofEach(declared)} > 0)`;

const provedColumns = ({ short, declared, proved }: Objective): Column[] => [
  { name: `${short} proved`, expr: ofEach(proved), unit: 's' },
  {
    name: `${short} used by proof`,
    expr: shareOf(proved, declared),
    unit: 'percentunit',
    thresholds: shareUsed,
  },
];

/** What is recovered is proved where it is declared. */
const columnsOf = (environment: Environment, objective: Objective): Column[] => [
  { name: `${objective.short} declared`, expr: ofEach(objective.declared), unit: 's' },
  ...(hasServices(environment) ? provedColumns(objective) : []),
  { name: `${objective.measure} measured`, expr: ofEach(objective.measured), unit: 's' },
  {
    name: `${objective.short} used in drill`,
    expr: shareOf(objective.measured, objective.declared),
    unit: 'percentunit',
    thresholds: shareUsed,
  },
];

/** Where nothing is declared, proved or measured, because the loss is accepted. */
const acceptedColumns = ({ backups }: Environment): Column[] =>
  unprotected(backups.source).length === 0
    ? []
    : [{ name: 'Loss accepted', expr: ofEach('resilience:service_unprotected'), unit: 'short' }];

/** Declared, proved and measured beside each other. */
export const objectivesTable = (environment: Environment): Unplaced =>
  table(
    {
      title: 'Declared, proved, measured',
      description:
        'For each service and scenario: the objective that is declared, the worst case that is proved from the declaration, ' +
        'and what the last drill measured. None of them is about volumes that no backup holds: recovery.md names these. Measured over proved: an assumption is wrong. Over declared: the objective is not kept.',
      noData: '–',
      width: 24,
    },
    {
      labels: { service: 'Service', scenario: 'Scenario' },
      columns: [
        ...[recoveryTime, recoveryPoint].flatMap((one) => columnsOf(environment, one)),
        ...acceptedColumns(environment),
      ],
      worstFirst: 'RTO used in drill',
    },
  );

/** What drills measured over time, against what is declared. */
export const measuredShares = (): Unplaced[] =>
  [recoveryTime, recoveryPoint].map(({ short, measure, declared, measured }) =>
    lines(
      {
        title: `${measure} in drills as a share of the ${short}`,
        description:
          'What the last drill of each service and scenario measured. It should stay under the line, and not creep up.',
        noData: 'No drill has measured it yet',
        width: 12,
      },
      {
        unit: 'percentunit',
        thresholds: below(1),
        queries: [{ expr: shareOf(measured, declared), legend: '{{service}} {{scenario}}' }],
      },
    ),
  );
