import type { Environment } from '@resilience/config/environment';
import type { Wave } from '@resilience/config/waves';
import { declaredServices } from '@resilience/workflows/declared-services';

import type { Kubectl } from '../kubernetes/kubectl.ts';
import { runStep } from '../kubernetes/run-step.ts';
import { Refusal } from '../refusal.ts';
import type { Wanted } from './wanted.ts';

/** What the runbook's own step makes of what is wanted. */
export interface Planned {
  readonly services: readonly Target[];
  readonly namespaces: readonly string[];
  /** As Velero takes them; `*` for all. */
  readonly kinds: readonly string[];
  readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
}

export interface Target {
  readonly service: string;
  readonly namespace: string;
  /** The namespace that it is restored into. */
  readonly target: string;
  readonly wave: Wave;
}

/** @throws {Refusal} with what the step says */
export async function planStep(
  kubectl: Kubectl,
  environment: Environment,
  { runbook, services, kinds, selector, volume }: Wanted,
): Promise<Planned> {
  const isolated = runbook === 'restore-into-quarantine';
  const { status, stderr, output } = await runStep(kubectl, {
    name: 'plan',
    env: {
      SERVICES: JSON.stringify(services),
      TARGET: isolated ? 'isolated' : 'original',
      KINDS: kinds,
      SELECTOR: selector,
      VOLUME: volume,
      WORKFLOW: runbook,
    },
    file: { variable: 'DECLARED', content: declaredServices(environment.backups.source) },
    output: 'plan',
  });
  if (status !== 0 || !output) throw new Refusal(stderr.trim());
  const planned: Planned = JSON.parse(output);
  if (!isolated) return planned;
  // The run numbers its namespaces by its own name, which it does not have yet.
  const targets = planned.services.map((each) => ({
    ...each,
    target: each.target.replace(/\d+$/, '‹run›'),
  }));
  return { ...planned, services: targets };
}
