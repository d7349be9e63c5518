import { type Duration, minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { namespace } from './runbook.ts';
import { script } from './script.ts';
import { input, inputs, type Template } from './template.ts';

interface ScriptStep {
  /** Also the name of its script. */
  readonly name: string;
  readonly inputs: readonly string[];
  /** Environment variables of the script beside VELERO and OUTPUTS. */
  readonly env: Readonly<Record<string, string>>;
  /** Files that the script leaves in OUTPUTS. */
  readonly outputs: readonly string[];
  /** The longest that it may run; the name of an input that holds seconds, or a time. */
  readonly deadline: string | Duration;
  /** Set where running it a second time does no harm. */
  readonly retried?: boolean;
  readonly secrets?: readonly NonNullable<NonNullable<Template['script']>['env']>[number][];
  readonly configMaps?: readonly string[];
  readonly metrics?: Template['metrics'];
}

/** The only folder that a step can write to. */
const scratch = '/tmp';

type SecurityContext = NonNullable<NonNullable<Template['script']>['securityContext']>;

/** Where the ConfigMap of that name is. */
export const mountOf = (configMap: string): string => `/etc/${configMap}`;

/**
 * A step that runs a script of this project in the tools image. Values reach the script by its
 * environment, never by its text, so that none of them can become a command.
 */
export const scriptStep = ({ workflows }: Environment, step: ScriptStep): Template => ({
  name: step.name,
  ...(step.inputs.length > 0 && { inputs: inputs(...step.inputs) }),
  activeDeadlineSeconds:
    typeof step.deadline === 'string' ? input(step.deadline) : step.deadline.seconds,
  ...(step.retried && { retryStrategy }),
  ...(step.metrics && { metrics: step.metrics }),
  volumes: [
    { name: 'scratch', emptyDir: { sizeLimit: '64Mi' } },
    ...(step.configMaps ?? []).map((name) => ({ name, configMap: { name } })),
  ],
  script: {
    name: '',
    image: workflows.tools,
    command: ['sh'],
    source: script(step.name),
    env: [
      ...Object.entries({ VELERO: namespace, OUTPUTS: scratch, HOME: scratch, ...step.env }).map(
        ([name, value]) => ({ name, value }),
      ),
      ...(step.secrets ?? []),
    ],
    volumeMounts: [
      { name: 'scratch', mountPath: scratch },
      ...(step.configMaps ?? []).map((name) => ({
        name,
        mountPath: mountOf(name),
        readOnly: true,
      })),
    ],
    resources,
    securityContext: confined,
  },
  ...(step.outputs.length > 0 && {
    outputs: {
      parameters: step.outputs.map((name) => ({
        name,
        valueFrom: { path: `${scratch}/${name}` },
      })),
    },
  }),
});

/** Again after what may pass: an evicted pod, an API server that is being replaced. */
const retryStrategy: NonNullable<Template['retryStrategy']> = {
  limit: 3,
  retryPolicy: 'Always',
  backoff: { duration: '10s', factor: 2, maxDuration: `${minutes(5).seconds}s` },
};

/** Programs work most while they start: one that is held back there makes each step of a recovery longer. */
export const resources = {
  requests: { cpu: '50m', memory: '64Mi' },
  limits: { cpu: '2', memory: '512Mi' },
};

/** What every container of a workflow runs under. */
export const confined: SecurityContext = {
  privileged: false,
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  runAsUser: 65_532,
  capabilities: { drop: ['ALL'] },
  seccompProfile: { type: 'RuntimeDefault' },
};
