import { z } from 'zod';

import { AwsFailed, aws } from '../../aws/aws.ts';
import type { DoctorCheck } from '../doctor-check.ts';

/** Milliseconds. */
const answerWithin = 30_000;

const identity = z.object({ Account: z.string(), Arn: z.string() });

/** Terraform and the commands for AWS work in the account that the machine is logged in to. */
export const awsAccount: DoctorCheck = {
  group: 'AWS',
  name: 'account',
  examine: async ({ environment }) => {
    const { account } = environment.aws;
    const subject = 'account';
    try {
      const printed = await aws(['sts', 'get-caller-identity', '--output', 'json'], answerWithin);
      const { Account, Arn } = identity.parse(JSON.parse(printed.toString()));
      return Account === account
        ? [{ subject, state: 'ok', found: Arn }]
        : [
            {
              subject,
              state: 'wrong',
              closes: true,
              found: `${Account}, and ${environment.name} is in ${account}`,
              fix: `log in to the account ${account}, or set AWS_PROFILE to a profile of it`,
            },
          ];
    } catch (error) {
      if (!(error instanceof AwsFailed)) throw error;
      const fix = 'log in: "aws sso login", or set AWS_PROFILE';
      return [{ subject, state: 'unknown', found: error.message, fix }];
    }
  },
};
