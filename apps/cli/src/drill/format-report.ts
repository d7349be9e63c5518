import { formatNeverRecovered } from '@resilience/documents/words/format-never-recovered';
import { formatSeconds } from '@resilience/documents/words/format-term';

import { formatTable } from '../format-table.ts';
import type { Judged, JudgedService, Measured } from './judge-report.ts';

/** A report for people: how it ended, its steps against the budget, and what each service was promised. */
export function formatReport({
  report,
  address,
  durationSeconds,
  budgetSeconds,
  services,
}: Judged): string {
  const { workflow, outcome, failedStep, startedAt, leftBehind } = report;
  const over = durationSeconds > budgetSeconds ? ', over it' : '';
  return [
    `${workflow} ${outcome}${failedStep === null ? '' : ` in the step ${failedStep}`}`,
    `  began ${startedAt}, took ${formatSeconds(durationSeconds)} of ${formatSeconds(budgetSeconds)}${over}`,
    `  from ${address}, which is as the drill left it`,
    'steps',
    ...formatSteps(report.steps, budgetSeconds),
    ...services.flatMap(formatService),
    leftBehind.length === 0 ? 'nothing was left behind' : `left behind: ${leftBehind.join(', ')}`,
  ].join('\n');
}

const formatSteps = (steps: Judged['report']['steps'], budgetSeconds: number): readonly string[] =>
  formatTable(
    steps.map(({ name, seconds }) => [
      `  ${name}`,
      formatSeconds(seconds),
      `${Math.round((seconds / budgetSeconds) * 100)} % of the budget`,
    ]),
  );

const formatService = ({
  service,
  scenario,
  backup,
  checks,
  rto,
  rpo,
  neverRecovered,
}: JudgedService): string[] => [
  `${service}, ${scenario}, from ${backup ?? 'no backup: none was found'}`,
  ...checks.map(
    ({ check, subject, verified, detail, seconds }) =>
      `  ${verified ? '✓' : '✗'} ${check} ${subject} ${formatSeconds(seconds)}${detail === '' ? '' : `: ${detail}`}`,
  ),
  ...(checks.length === 0 ? ['  ✗ nothing was checked'] : []),
  `  RTO ${formatMeasured(rto)}`,
  `  RPO ${formatMeasured(rpo)}`,
  ...formatNeverRecovered(neverRecovered).map((line) => `  ${line}`),
];

function formatMeasured(measured: Measured | undefined): string {
  if (!measured) return 'is not declared any more';
  const { measuredSeconds, declaredSeconds, provedSeconds, over } = measured;
  const was =
    measuredSeconds === null ? 'not measured' : `${formatSeconds(measuredSeconds)} measured`;
  const proved =
    provedSeconds === undefined ? 'not proved' : `${formatSeconds(provedSeconds)} proved at worst`;
  const verdict = over === 'nothing' || measuredSeconds === null ? '' : `: over ${over}`;
  return `${was}, ${formatSeconds(declaredSeconds)} declared, ${proved}${verdict}`;
}
