import { markdownFile } from '@resilience/render/markdown-file';
import type { RenderedFile } from '@resilience/render/rendered-file';

import { costs } from './recovery-report-costs.ts';
import { disasterMeanings } from './recovery-report-disasters.ts';
import { lossesForGood } from './recovery-report-losses.ts';
import { tightestMargins } from './recovery-report-margins.ts';
import { everyRow } from './recovery-report-rows.ts';
import { runs } from './recovery-report-runs.ts';
import type { Reported } from './recovery-report-subject.ts';
import { summary } from './recovery-report-summary.ts';

/**
 * `recovery.md`: what each service loses at worst and how long it is away, beside what it declares. It
 * begins with what a reader needs who reads no more of it.
 */
export const recoveryReport = (reported: Reported): RenderedFile => {
  const { environment, proofs } = reported;
  return markdownFile('recovery.md', [
    `# Recovery of ${environment.name}`,
    ...(proofs.length === 0 ? ['No services are declared here.'] : report(reported)),
    ...runs(environment),
    ...costs(reported),
  ]);
};

const report = (reported: Reported): string[] => [
  'After a disaster, the newest data of a service is lost, and the service is away for a time. For each service and disaster, its team has declared how much data that may be (RPO, the age of the newest data that is left) and how long (RTO, until the service is checked and back). Below is the worst that is computed for each, beside what is declared.',
  '## Summary',
  ...summary(reported),
  ...tightestMargins(reported.proofs),
  ...lossesForGood(reported),
  '## What the disasters mean',
  disasterMeanings(),
  '## Every service in every disaster',
  everyRow(reported),
  'The most is lost when the disaster comes just before the next backup is there: the longest gap between firings, how long a backup may take, and the lag of replication. The gap follows from the cron; the other two are assumed, and alerts watch them. The time is counted from the disaster, or from its discovery where it is found late, to the last check that passed. `npm run resilience -- explain ‹service› --env ‹environment›` derives each figure.',
];
