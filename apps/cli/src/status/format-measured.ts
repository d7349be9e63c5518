import { formatSeconds } from '@resilience/documents/words/format-term';
import type { EnvironmentStatus } from './environment-status.ts';
import type { JudgedRecovery } from './measured-recoveries.ts';

/** When each service was recovered last, by what, and what that measured; services of one answer share a line. */
export function formatMeasured({ evidence, recoveries }: EnvironmentStatus): string[] {
  const services = [...new Set(recoveries.map(({ service }) => service))];
  const said = Map.groupBy(services, (service) => {
    const newest = evidence.recovered.find((one) => one.service === service);
    return newest ? formatNewest(newest) : without(evidence);
  });
  return [
    'measured last:',
    ...[...said].map(([what, of]) => `  ${of.join(', ')}: ${what}`),
    ...evidence.failed.map(
      ({ drill, workflow, finishedAt, failedStep }) =>
        `  ${runOf({ drill, workflow })} failed on ${dayOf(finishedAt)}${failedStep === null ? '' : ` in ${failedStep}`}`,
    ),
  ];
}

function formatNewest(newest: JudgedRecovery): string {
  const { recoveryTimeSeconds, dataLossSeconds, scenario, finishedAt, rto, rpo } = newest;
  const lost = dataLossSeconds === null ? 'unknown age' : formatSeconds(dataLossSeconds);
  return [
    `back in ${formatSeconds(recoveryTimeSeconds)}${overOf(rto)}`,
    `data of ${lost} lost${overOf(rpo)}`,
    `${scenario}, ${runOf(newest)}, ${dayOf(finishedAt)}`,
  ].join('; ');
}

const overOf = (judged: JudgedRecovery['rto']): string =>
  judged === null || judged.over === 'nothing' ? '' : `, over ${judged.over}`;

const runOf = ({ drill, workflow }: Pick<JudgedRecovery, 'drill' | 'workflow'>): string =>
  drill === null ? `recovery ${workflow}` : `drill ${drill}`;

const dayOf = (instant: string): string => instant.slice(0, 10);

function without({ notRead, isCut }: EnvironmentStatus['evidence']): string {
  if (notRead.length > 0) return 'unknown';
  return isCut ? 'not by the newest reports of each drill' : 'never measured';
}
