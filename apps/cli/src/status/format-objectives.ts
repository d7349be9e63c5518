import { formatDuration } from '@resilience/config/duration';

import { formatTable } from '../format-table.ts';
import { formatSeconds } from '@resilience/documents/words/format-term';
import type { Objective } from '@resilience/recovery/waived';
import type { EnvironmentStatus } from './environment-status.ts';
import type { JudgedRecovery } from './measured-recoveries.ts';
import { isProved, type Recovery } from './recoveries.ts';
import { worstRecovery } from './worst-recovery.ts';

const head = ['service', '', 'declared', 'proved', 'measured', 'worst disaster'];
const objectives = ['rpo', 'rto'] as const;
const everything = { rpo: 'all lost', rto: 'unknown' };
const given = { rpo: 'all', rto: 'never' };
const measuredOf = { rpo: 'dataLossSeconds', rto: 'recoveryTimeSeconds' } as const;

/** For each service, both objectives in the disaster that leaves least of them, and what was measured last. */
export const formatObjectives = (status: EnvironmentStatus): string[] =>
  formatTable([
    head,
    ...[...Map.groupBy(status.recoveries, ({ service }) => service)].flatMap(([service, all]) =>
      objectives.map((objective, index) => [
        index === 0 ? service : '',
        ...formatObjective(objective, all, status),
      ]),
    ),
  ]);

function formatObjective(
  objective: Objective,
  recoveries: readonly Recovery[],
  { evidence }: EnvironmentStatus,
): string[] {
  const worst = worstRecovery(recoveries, objective);
  if (!worst) return [];
  const { service, scenario, verdict, waived } = worst;
  const newest = evidence.recovered.find((one) => one.service === service);
  return [
    objective.toUpperCase(),
    ...formatCompared(objective, worst),
    newest ? formatMeasured(newest, objective) : unmeasured(evidence),
    isProved(verdict) ? scenario : `${scenario}, ${waived ? 'waived' : verdict}`,
  ];
}

function formatCompared(objective: Objective, worst: Recovery): [string, string] {
  const compared = worst[objective];
  if (!compared) return [given[objective], '-'];
  const { declared, proved } = compared;
  return [
    formatDuration({ seconds: declared }),
    proved === null ? everything[objective] : formatProved(proved),
  ];
}

/** In whole minutes above an hour, the next one: a column has no room for more. */
const formatProved = (seconds: number): string =>
  formatDuration({ seconds: seconds < 3600 ? seconds : Math.ceil(seconds / 60) * 60 });

function formatMeasured(newest: JudgedRecovery, objective: Objective): string {
  const seconds = newest[measuredOf[objective]];
  if (seconds === null) return 'unknown';
  const isOver = newest[objective]?.over === 'the objective';
  return `${formatSeconds(seconds)}${isOver ? ', over' : ''}`;
}

/** Only where all was read, nothing is never. */
const unmeasured = ({ notRead, isCut }: EnvironmentStatus['evidence']): string =>
  notRead.length > 0 || isCut ? 'unknown' : 'never';
