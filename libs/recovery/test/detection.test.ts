import { days, hours, minutes } from '@resilience/config';
import type { CompleteInput } from '@resilience/config/declaration';
import { primaryEnvironment } from '@resilience/config/fixtures';
import type { Scenario } from '@resilience/config/scenario';
import { expect, test } from 'vitest';

import { inputsOfTime } from '../src/inputs.ts';
import { holds, prove } from '../src/prove.ts';

const proofOf = (scenario: Scenario, edit?: (declaration: CompleteInput) => void) =>
  prove(primaryEnvironment(edit)).find(
    (proof) => proof.service === 'shop' && proof.scenario === scenario,
  );

/** The tier of the shop is watched as is said. */
const watched =
  (scenario: Scenario, atMost: ReturnType<typeof hours>) =>
  (declaration: CompleteInput): void => {
    const { shop } = declaration.services;
    if (!shop) throw new Error('no shop');
    const detection = { [scenario]: { expected: minutes(1), atMost } };
    declaration.tiers = { [shop.tier]: { objectives: shop.objectives, detection } };
  };

test('the recovery time of a service counts the detection of its tier', () => {
  const [before, after] = [
    proofOf('region-failure'),
    proofOf('region-failure', watched('region-failure', hours(3))),
  ];
  const detection = after?.time?.terms.find(({ name }) => name === 'detection');
  expect(detection).toMatchObject({
    worst: hours(3).seconds,
    path: expect.stringMatching(/^tiers\.\w+\.detection\.region-failure$/),
  });
  const others = (proof: typeof before) =>
    proof?.time?.terms.filter(({ name }) => name !== 'detection');
  expect(others(after)).toEqual(others(before));
  expect(after && inputsOfTime(after)).toContainEqual(
    expect.objectContaining({ path: detection?.path }),
  );
});

test('damage that a tier finds late needs backups of before it', () => {
  const found = proofOf('late-discovery');
  expect(found && holds(found)).toBe(true);
  const late = proofOf('late-discovery', watched('late-discovery', days(3000)));
  expect(late && holds(late)).toBe(false);
});
