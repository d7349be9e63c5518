import { minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { evidenceBucket } from '@resilience/config/names';

import { workflowsApplication } from '../application.ts';
import { drillGauges } from '../drill-gauges.ts';
import { scriptStep } from '../script-step.ts';
import { input, type Template } from '../template.ts';

/** Writes the report into the evidence bucket. */
export function leaveEvidence(environment: Environment): Template {
  const { bucket, region } = evidenceBucket(environment);
  return scriptStep(environment, {
    name: 'leave-evidence',
    inputs: ['drill', 'runbook', 'scenario', 'outcome'],
    env: {
      WORKFLOW: '{{workflow.name}}',
      OUTCOME: input('outcome'),
      DRILL: input('drill'),
      RUNBOOK: input('runbook'),
      SCENARIO: input('scenario'),
      ENVIRONMENT: environment.name,
      APPLICATION: workflowsApplication,
      ARGOCD: environment.gitops.namespace,
      BUCKET: bucket,
      REGION: region,
      AWS_RETRY_MODE: 'standard',
      AWS_MAX_ATTEMPTS: '5',
    },
    outputs: ['outcome', 'succeeded', 'timestamp', 'report'],
    deadline: minutes(10),
    // A run that failed, and one that left no report, did not succeed.
    metrics: drillGauges(
      { metric: 'succeeded', value: '{{outputs.parameters.succeeded}}', after: 'success' },
      { metric: 'succeeded', value: '0', after: 'failure' },
      {
        metric: 'lastSuccess',
        value: '{{outputs.parameters.timestamp}}',
        after: 'success',
        and: `'${input('outcome')}' == 'Succeeded'`,
      },
    ),
  });
}
