import type { RoleNames } from '@resilience/config/names';

import { awsClients } from '../clients.ts';
import type { Report } from '../../report.ts';
import { appliedPolicy, withoutWhatMotoLacks } from './applied-policy.ts';
import type { Call } from './call.ts';
import { enforced } from './enforcement.ts';
import { allows } from './evaluate.ts';
import { sessionWith } from './session.ts';

interface RoleUnderTest {
  readonly role: RoleNames;
  readonly region: string;
  readonly endpoint: string;
  readonly calls: readonly Call[];
}

/**
 * Makes each call twice: on the applied policy with all its conditions, by the rules of IAM, and on
 * moto with its enforcement on, under the role.
 */
export async function verifyRole(
  { role, region, endpoint, calls }: RoleUnderTest,
  report: Report,
): Promise<void> {
  const administrator = awsClients(endpoint, region);
  const policy = await appliedPolicy(administrator.iam, role.name);
  // A role that has the same rights, as far as moto can weigh them.
  const weighed = withoutWhatMotoLacks(policy);
  const credentials = await sessionWith(administrator, `${role.name}-e2e`, weighed);
  const session = awsClients(endpoint, region, credentials);
  await enforced(endpoint, async () => {
    for (const call of calls) {
      const { what, allowed, gap, perform } = call;
      if (gap !== undefined) report.skip(`${role.name}, ${what}`, gap);
      await report.check(`${role.name} ${allowed ? 'can' : 'cannot'} ${what}`, async () => {
        if (allowed !== call.requests.every((request) => allows(policy, request))) {
          throw new Error(`the applied policy says ${allowed ? 'no' : 'yes'}`);
        }
        if (gap === undefined && perform) await performed(() => perform(session), allowed);
      });
    }
  });
}

/** @throws when the call succeeds where it must not, or fails for another reason than its rights */
async function performed(perform: () => Promise<unknown>, allowed: boolean): Promise<void> {
  try {
    await perform();
  } catch (error) {
    if (!allowed && statusOf(error) === 403) return;
    throw new Error(`moto answers ${String(error)}`, { cause: error });
  }
  if (!allowed) throw new Error('moto lets it through');
}

/** The status of the answer: moto puts a denial of KMS into words that its client cannot read. */
function statusOf(error: unknown): unknown {
  const response: unknown = error instanceof Error ? Reflect.get(error, '$response') : undefined;
  return typeof response === 'object' && response !== null
    ? Reflect.get(response, 'statusCode')
    : undefined;
}
