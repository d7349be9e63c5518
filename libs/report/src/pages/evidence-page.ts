import { h, type JSX } from 'preact';

import type { Evidence, Run } from '../model/evidence.ts';
import type { Environment, Report } from '../model/report.ts';
import type { Page } from '../page.ts';
import { list } from '../parts/list.ts';
import { measurementsOf } from '../parts/measurements-table.ts';
import { none } from '../parts/none.ts';
import { restoredTable } from '../parts/restored-table.ts';
import { table } from '../parts/table.ts';
import { moment, time } from '../parts/words.ts';
import { paths } from '../paths.ts';

const path = paths.evidence;

/** What drills and recoveries left, and how far it can be trusted. */
export const evidencePage = (report: Report): Page => ({
  path,
  title: 'Evidence of drills and recoveries',
  body: [
    h(
      'p',
      {},
      'Each run leaves a report with a SHA-256 hash beside it, in a bucket whose versions are kept. A report counts here when it has the form of a report, is of a declared environment, and has the hash that lies beside it. The hash shows that a report was not changed by mistake; whether both were replaced together, the versions in the bucket show.',
    ),
    list(report.environments.map(kept)),
    h('h2', {}, 'Runs'),
    ...runs(report.evidence),
    h('h2', {}, 'What was restored, and how it was checked'),
    ...restored(report),
    h('h2', {}, 'Files that do not count'),
    untrusted(report.evidence),
    h('h2', {}, 'Times and rates that the proofs use'),
    ...report.environments.map(measurementsOf),
  ],
});

const kept = ({ name, evidenceKept, evidenceLock }: Environment): string =>
  `${name}: no version of a report can be changed or deleted for ${evidenceKept} (object lock, ${evidenceLock} mode).`;

const notRead =
  'No reports were read for this site. A folder with a copy of the evidence is named by --from.';

function runs({ given, runs: all }: Evidence): JSX.Element[] {
  if (!given) return [none(notRead)];
  if (all.length === 0) return [none('No run has left a report.')];
  return [
    table({
      caption: 'Runs of drills and recoveries',
      head: [
        'Run',
        'Of',
        'In',
        'Began (UTC)',
        'Took',
        'Of at most',
        'Ended',
        'Left behind',
        'Rendered from',
        'Report',
      ],
      rows: all.map((run) => [
        run.workflow,
        run.drill ?? 'a recovery',
        run.environment,
        moment(run.startedAt),
        time(run.seconds),
        run.budgetSeconds === undefined ? '' : time(run.budgetSeconds),
        ending(run),
        run.leftBehind.join(', ') || 'nothing',
        run.layerRevision ?? '',
        h('code', {}, run.address),
      ]),
    }),
  ];
}

const ending = ({ outcome, failedStep }: Run): string =>
  failedStep === undefined ? outcome : `${outcome} in the step ${failedStep}`;

function restored(report: Report): JSX.Element[] {
  const all = report.evidence.runs.flatMap((run) =>
    run.services.map((service) => ({ run, restored: service })),
  );
  if (all.length === 0) return [none('No report names a restored service.')];
  return [restoredTable('Restored services', all, report, path)];
}

const untrusted = ({ untrusted: files }: Evidence): JSX.Element =>
  files.length === 0
    ? none('There are none.')
    : table({
        caption: 'Files that are not what a run left',
        head: ['File', 'Why', 'Expected', 'Received'],
        rows: files.map(({ file, message, expected, received }) => [
          h('code', {}, file),
          message,
          expected,
          received,
        ]),
      });
