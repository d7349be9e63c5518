import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const deletionsStayHere = rule({
  id: 'retention/deletions-stay-here',
  severity: 'error',
  why: 'A replica that follows deletions is lost with its source, to a mistake as to an attacker.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-marker-replication.html',
  declaredAt: 'storage.replication',
  appliesTo: kind('aws_s3_bucket_replication_configuration'),
  shape: z.looseObject({
    rule: z.array(
      z.looseObject({ delete_marker_replication: z.looseObject({ status: z.string() }) }),
    ),
  }),
  check: ({ rule: rules }) =>
    rules.flatMap(({ delete_marker_replication: { status } }, index) =>
      status === 'Disabled'
        ? []
        : [
            violation('replicates deletions', {
              at: ['rule', index, 'delete_marker_replication'],
              expected: 'Disabled',
              received: status,
            }),
          ],
    ),
});
