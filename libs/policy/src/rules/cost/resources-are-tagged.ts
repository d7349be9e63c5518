import { z } from 'zod';

import { rule, violation } from '../../rule.ts';

export const resourcesAreTagged = rule({
  id: 'cost/resources-are-tagged',
  severity: 'error',
  why: "What carries no tag is on nobody's budget.",
  source: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/cost-alloc-tags.html',
  declaredAt: 'apps/aws',
  appliesTo: (rendered) =>
    rendered.of('provider').filter(({ value }) => !JSON.stringify(value).includes('"alias"')),
  shape: z.looseObject({
    default_tags: z.array(z.looseObject({ tags: z.record(z.string(), z.string()) })).default([]),
  }),
  check: ({ default_tags }, { rendered }) =>
    default_tags.some(({ tags }) => tags['resilience-environment'] === rendered.environment)
      ? []
      : [
          violation('makes resources that no budget counts', {
            at: ['default_tags'],
            expected: `resilience-environment: ${rendered.environment}`,
            received: default_tags,
          }),
        ],
});
