import type { Environment } from '@resilience/config/environment';
import { type Scenario, scenarios } from '@resilience/config/scenario';
import type { Proof } from '@resilience/recovery/prove';
import { type Unprotected, unprotected } from '@resilience/recovery/unprotected';
import { markdownFile } from '@resilience/render/markdown-file';
import type { RenderedFile } from '@resilience/render/rendered-file';
import { disasterGuides } from '@resilience/workflows/disaster-guides';

import { formatUnprotected } from '../words/format-unprotected.ts';
import { budgets } from './budgets.ts';

/** Its name beside `recovery.md`; each disaster has a section, by the scenario as anchor. */
export const recoveryStepsFile = 'recovery-steps.md';

/**
 * `recovery-steps.md`: for each disaster, what each step of each service may take. The pages of the disasters
 * lead here, and hold nothing of a service: another one changes this file and none of them.
 */
export const recoverySteps = (environment: Environment, proofs: readonly Proof[]): RenderedFile =>
  markdownFile(recoveryStepsFile, [
    `# How long each step of a recovery of ${environment.name} may take`,
    'At worst, as it is computed from declared and measured times, for the service to be back in time: most pressing services first.',
    ...scenarios.flatMap((scenario) => section(environment, scenario, proofs)),
  ]);

function section(
  environment: Environment,
  scenario: Scenario,
  proofs: readonly Proof[],
): readonly string[] {
  const given = unprotected(environment).filter((loss) => loss.scenario === scenario);
  return [
    `## ${disasterGuides[scenario].title}`,
    `[The steps](../../../docs/runbooks/dr/${scenario}.md)`,
    ...budgets(
      environment,
      scenario,
      proofs.filter((proof) => proof.scenario === scenario),
    ),
    ...givenUp(given),
  ];
}

/** Nobody is to look for a copy that was never made. */
const givenUp = (losses: readonly Unprotected[]): string[] =>
  losses.length === 0
    ? []
    : [
        'Not recovered after this disaster, by decision: leave these out of the steps.',
        losses.map((loss) => `- ${loss.service}: ${formatUnprotected(loss)}`).join('\n'),
      ];
