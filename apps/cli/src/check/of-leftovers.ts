import type { Problem } from '@resilience/config/problem';

import { oneResultEach } from './one-result-each.ts';
import type { Result } from './reported.ts';

/** Environments of which something is left without a declaration: no rule is applied to it. */
export const ofLeftovers = (problems: readonly Problem[]): Result[] =>
  problems.map(({ file, message, expected, received, fix }) => ({
    environment: file.split('/')[1] ?? file,
    applied: 0,
    findings: oneResultEach([
      {
        rule: 'environments/are-declared',
        severity: 'error',
        subject: file,
        message,
        expected: `${expected}: ${fix}`,
        received,
        why: 'What is rendered is applied, whether or not anybody declares it.',
        source: 'docs/guides/declaring-an-environment.md',
        // Of what is left, as the file of the finding is gone.
        file: received,
        line: 1,
        declaredAt: file,
        waivedBy: undefined,
        stops: true,
      },
    ]),
  }));
