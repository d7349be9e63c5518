import type { Environment } from '@resilience/config/environment';
import { type NeverRecovered, neverRecovered } from '@resilience/recovery/never-recovered';

import type { Kubectl } from '../kubernetes/kubectl.ts';
import { Refusal } from '../refusal.ts';
import { type Choice, chooseBackup } from '../velero/choose-backup.ts';
import { type MountedLocation, mountedLocation } from '../velero/mounted-location.ts';
import { type Effects, effectsOf } from './effects.ts';
import { type Planned, planStep, type Target } from './plan-step.ts';
import { type RunbookTemplate, runbookTemplate } from './runbook-template.ts';
import type { Wanted } from './wanted.ts';

/** All that is known of a restore before it begins. */
export interface RestorePlan {
  readonly environment: string;
  readonly cluster: MountedLocation;
  readonly runbook: Wanted['runbook'];
  readonly parameters: Wanted['parameters'];
  readonly template: RunbookTemplate;
  readonly targets: readonly Target[];
  /** What of the services no backup holds. */
  readonly neverRecovered: readonly (NeverRecovered & { readonly service: string })[];
  readonly selector: Planned['selector']['matchLabels'];
  /** For each namespace. */
  readonly choices: readonly Choice[];
  /** Undefined where a namespace has no backup. */
  readonly effects: Effects | undefined;
}

/**
 * Asks the cluster what would be restored, and where to. Nothing is changed.
 *
 * @throws {Refusal} where it is another environment's, does not answer, or has no such runbook
 */
export async function gather(
  kubectl: Kubectl,
  environment: Environment,
  wanted: Wanted,
): Promise<RestorePlan> {
  const cluster = await mountedLocation(kubectl, environment);
  const [template, planned] = await Promise.all([
    runbookTemplate(kubectl, wanted.runbook),
    planStep(kubectl, environment, wanted),
  ]);
  mustTake(template, wanted);
  const { services, selector } = planned;
  const { backup, before, disasterAt } = wanted;
  const choices = await chooseBackup(kubectl, environment, {
    services,
    backup,
    before,
    disasterAt,
  });
  return {
    environment: environment.name,
    cluster,
    runbook: wanted.runbook,
    parameters: wanted.parameters,
    template,
    targets: services,
    neverRecovered: neverRecoveredOf(environment, wanted),
    selector: selector.matchLabels,
    choices,
    effects: choices.every(({ chosen }) => chosen)
      ? await effectsOf(kubectl, choices, planned)
      : undefined,
  };
}

function neverRecoveredOf({ backups }: Environment, { services }: Wanted) {
  return services.flatMap((service) => {
    const declared = backups.source.services[service];
    return declared ? neverRecovered(declared).map((one) => ({ service, ...one })) : [];
  });
}

/** What is synced may be of another revision than this program. */
function mustTake(template: RunbookTemplate, { runbook, parameters }: Wanted): void {
  const unknown = Object.keys(parameters).filter((name) => !template.parameters.includes(name));
  if (unknown.length === 0) return;
  const takes = `${runbook} in the cluster takes no ${unknown.join(', ')}`;
  throw new Refusal(`${takes}: it is of another revision than this checkout`);
}
