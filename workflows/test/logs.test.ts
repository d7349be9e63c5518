import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { formatDuration } from '@resilience/config/duration';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { logsKeptFor } from '../src/runbook.ts';
import { synthWorkflows } from '../src/synth.ts';
import { workflowOf } from './interpreter/rendered.ts';

const objects = synthWorkflows(primaryEnvironment());
const runs = objects.filter(
  ({ kind, metadata }) =>
    (kind === 'WorkflowTemplate' || kind === 'CronWorkflow') &&
    metadata.name !== 'resilience-steps',
);

test.each(some(runs).map(({ metadata }) => metadata.name))(
  'the log of each step of %s is there for as long as the run',
  (name) => {
    const run = workflowOf(objects, name);
    expect(run).not.toHaveProperty('podGC');
    expect(run).toMatchObject({
      ttlStrategy: { secondsAfterCompletion: logsKeptFor.seconds },
    });
  },
);

test.each([
  ['0 6 * * 1', 3],
  ['0 6 * * *', 7],
  ['0 */6 * * *', 28],
])('of a drill at %s the runs of that time are kept: %i', (cron, kept) => {
  const environment = primaryEnvironment((declared) => {
    for (const drill of Object.values(declared.drills)) drill.cron = cron;
  });
  const drill = synthWorkflows(environment).find(({ kind }) => kind === 'CronWorkflow');
  expect(drill).toMatchObject({
    spec: { successfulJobsHistoryLimit: kept, failedJobsHistoryLimit: kept },
  });
});

test.each([
  'docs/guides/restoring.md',
  'docs/runbooks/DrillFailed.md',
  'docs/runbooks/DrillCleanupFailed.md',
])('%s says for how long logs are there', (page) => {
  const text = readFileSync(join(import.meta.dirname, '../..', page), 'utf8').replaceAll(
    /\s+/g,
    ' ',
  );
  expect(text).toContain(`for ${formatDuration(logsKeptFor)} after its end`);
});
