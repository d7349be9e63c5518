import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { scenarios } from '@resilience/config/scenario';
import { type Phase, phasesOf } from '@resilience/recovery/disaster';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { automation } from '../src/automation.ts';
import { disasterGuides } from '../src/disasters/index.ts';
import { synthWorkflows } from '../src/synth.ts';

const phasesIn = (record: object): Phase[] => Object.keys(record) as Phase[];

test.each(some(scenarios))('what is written about %s is about its own phases', (scenario) => {
  expect(phasesOf(scenario)).toEqual(
    expect.arrayContaining([
      ...phasesIn(automation[scenario]),
      ...phasesIn(disasterGuides[scenario].phases),
    ]),
  );
});

test.each([
  ['an environment of its own', primaryEnvironment()],
  ['one that mounts a replica', replicaEnvironment()],
])('in %s every runbook that a page names is there', (_, environment) => {
  const there = synthWorkflows(environment)
    .filter(({ kind }) => kind === 'WorkflowTemplate')
    .map(({ metadata }) => metadata.name);
  const named = scenarios.flatMap((scenario) => Object.values(automation[scenario]));
  expect(there).toEqual(expect.arrayContaining(named));
});
