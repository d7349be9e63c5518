import type { Scenario } from '@resilience/config/scenario';
import { type Phase, phasesOf } from '@resilience/recovery/disaster';
import { automation } from '@resilience/workflows/automation';
import { phaseGuide } from '@resilience/workflows/disaster-guides';

/** A section for each phase of the recovery, in the order of the proof. */
export const steps = (scenario: Scenario): string[] =>
  phasesOf(scenario).flatMap((phase, index) => step(scenario, phase, index + 1));

function step(scenario: Scenario, phase: Phase, number: number): string[] {
  const { who, does, commands, verify, rollBack } = phaseGuide(scenario, phase);
  const runbook = automation[scenario][phase];
  return [
    `### ${number}. ${phase}`,
    `**Who.** The ${who}, ${runbook ? `with the workflow \`${runbook}\`` : 'by hand'}.`,
    does,
    ...(commands === undefined ? [] : [['```sh', commands, '```'].join('\n')]),
    `**Done when.** ${verify}`,
    `**Back.** ${rollBack}`,
  ];
}
