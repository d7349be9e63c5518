import { faultsOf } from '@resilience/fixtures/faults-of';
import { programRoot } from '@resilience/fixtures/program-root';
import { expect, test } from 'vitest';

test('what is rendered in this repository is fresh, and breaks no rule', () => {
  expect(faultsOf(programRoot)).toEqual([]);
});
