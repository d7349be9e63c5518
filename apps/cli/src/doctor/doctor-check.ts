import type { Environment } from '@resilience/config/environment';
import type { RenderedObject } from '@resilience/policy/rendered';

import type { Kubectl } from '../kubernetes/kubectl.ts';

/** Where a check looks. Where the first check of a group cannot look, the others of the group do not, either. */
export type Group = 'this machine' | 'AWS' | 'cluster' | 'Velero';

/** `unknown` where the doctor cannot look; `warning` where something may be meant. */
export type State = 'ok' | 'warning' | 'wrong' | 'unknown';

/** One thing that was looked at. */
export interface Found {
  readonly subject: string;
  readonly state: State;
  readonly found: string;
  /** What to do; a command that can be pasted, where there is one. Absent where all is well. */
  readonly fix?: string;
  /** Whether the others of the group would say the same, or mislead. */
  readonly closes?: boolean;
}

/** What every check looks at. */
export interface DoctorContext {
  readonly environment: Environment;
  readonly kubectl: Kubectl;
  /** What ArgoCD applies to the cluster. */
  readonly objects: readonly KubernetesObject[];
  /** The versions of Terraform that the stacks ask for, such as `>= 1.10.0`. */
  readonly terraform: readonly string[];
}

export type KubernetesObject = Pick<RenderedObject, 'file'> & {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly value: Readonly<Record<string, unknown>>;
};

export interface DoctorCheck {
  readonly group: Group;
  /** What is looked at, in a few words. */
  readonly name: string;
  readonly examine: (context: DoctorContext) => Promise<readonly Found[]>;
}
