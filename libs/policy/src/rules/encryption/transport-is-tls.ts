import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { attached } from '../../detect/buckets.ts';
import { statements, document, hasCondition } from '../../detect/statements.ts';
import { rule, violation } from '../../rule.ts';

export const transportIsTls = rule({
  id: 'encryption/transport-is-tls',
  severity: 'error',
  why: 'Backups hold every secret of the cluster; none may cross a network in the clear or under outdated TLS.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
  declaredAt: 'apps/aws',
  appliesTo: kind('aws_s3_bucket'),
  shape: z.looseObject({}),
  check: (_, { object, rendered }) => {
    const found = attached(rendered, object, 'aws_s3_bucket_policy');
    const denied = found && document(rendered, found, 'policy');
    const rules = (denied ? statements.parse(denied.value).statement : []).filter(
      ({ effect }) => effect === 'Deny',
    );
    return [/^aws:SecureTransport$/i, /^s3:TlsVersion$/i]
      .filter((variable) => !rules.some((one) => hasCondition(one, variable)))
      .map((variable) =>
        violation('may be read without current TLS', {
          expected: `a Deny with a condition on ${variable.source}`,
          received: rules.map(({ sid }) => sid),
        }),
      );
  },
});
