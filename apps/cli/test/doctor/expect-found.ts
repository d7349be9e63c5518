import type { Answer } from '@resilience/workflows/stand-ins';
import { expect } from 'vitest';

import type { DoctorCheck, State } from '../../src/doctor/doctor-check.ts';
import { healthy, lookedAt } from './healthy.ts';

export type Case = readonly [
  what: string,
  check: DoctorCheck,
  answer: Answer | Promise<Answer>,
  state: State,
  found: RegExp,
];

/** One thing is not as it should be in a cluster in which all else is well: the check says so, and nothing else. */
export async function expectFound(...[, check, answer, state, text]: Case): Promise<void> {
  const { found } = await lookedAt(check, { kubectl: [await answer, ...(await healthy())] });
  const notOk = found.filter((one) => one.state !== 'ok');
  expect(notOk.length).toBeGreaterThan(0);
  expect(notOk[0]).toMatchObject({ state, found: expect.stringMatching(text) as unknown });
  expect(notOk.filter((one) => one.state !== state || !/\w/.test(one.fix ?? ''))).toEqual([]);
}
