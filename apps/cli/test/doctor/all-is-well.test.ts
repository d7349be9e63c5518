import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { doctorChecks } from '../../src/doctor/checks/index.ts';
import { healthy, healthyAccount, lookedAt } from './healthy.ts';

const onKubectlAndAws = doctorChecks.filter(({ group }) => group !== 'this machine');

test.each(some(onKubectlAndAws))('all is well: $name', async (check) => {
  const { found } = await lookedAt(check, { kubectl: await healthy(), aws: healthyAccount });
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter(({ state }) => state !== 'ok')).toEqual([]);
});
