import { days } from '@resilience/config/duration';
import { runbookServiceAccount, type ServiceAccountNames } from '@resilience/config/names';
import { undisrupted } from '@resilience/config/undisrupted';

import type { Named, WorkflowSpec } from './template.ts';

export type Runbook = WorkflowSpec;

/** Runbooks run beside the objects that they create. */
export const namespace = runbookServiceAccount.namespace;

/** How long a run is there after its end, and the logs of its steps with it. */
export const logsKeptFor = days(7);

/** What all workflows have in common. */
export const workflowDefaults = ({ name }: ServiceAccountNames) =>
  ({
    serviceAccountName: name,
    podMetadata: { annotations: undisrupted },
    // A step that succeeded says why, too, such as which backups it refused: its pod goes with the run.
    ttlStrategy: { secondsAfterCompletion: logsKeptFor.seconds },
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 65_532,
      fsGroup: 65_532,
      seccompProfile: { type: 'RuntimeDefault' },
    },
  }) satisfies Partial<Runbook>;

/** The WorkflowTemplate of the steps that runbooks and drills share. */
export const stepsName = 'resilience-steps' as const;

/** @param template one of the shared steps */
export const shared = (template: string) => ({
  templateRef: { name: stepsName, template },
});

/** What is asked of who starts a runbook. */
export const asked = (
  ...parameters: readonly { name: string; description: string; value?: string }[]
) => ({ arguments: { parameters: [...parameters] } });

/** A template with the outputs that a person supplies when resuming it. */
export const supplied = (name: string, ...outputs: readonly string[]): Named => ({
  name,
  suspend: {},
  outputs: { parameters: outputs.map((each) => ({ name: each, valueFrom: { supplied: {} } })) },
});

/** What Argo knows of a run in its exit handler, and nowhere else. */
export const howItEnded = {
  outcome: '{{workflow.status}}',
  failures: '{{workflow.failures}}',
} as const;
