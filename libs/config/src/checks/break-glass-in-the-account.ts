import type { Check } from './check.ts';

/** A role of this account trusts, by its account's name alone, nobody of another. */
export const breakGlassInTheAccount: Check = ({ aws, storage }) =>
  storage.kind !== 'bucket'
    ? []
    : storage.breakGlass.principals.flatMap((principal, index) =>
        principal.startsWith(`arn:${aws.partition}:iam::${aws.account}:`)
          ? []
          : [
              {
                path: `storage.breakGlass.principals[${index}]`,
                code: 'config/break-glass-in-the-account',
                message: 'is of another account or partition',
                expected: `an ARN that begins with arn:${aws.partition}:iam::${aws.account}:`,
                received: `"${principal}"`,
                fix: 'name a user or role of the account that holds the backups',
              },
            ],
      );
