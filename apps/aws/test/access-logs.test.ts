import { primaryEnvironment } from '@resilience/config/fixtures';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { namesOf, resource, synthesised } from './synthesised.ts';

const stacks = synthesised(primaryEnvironment());

test('every bucket but those of logs writes down who asked for what', () => {
  for (const stack of some(Object.values(stacks))) {
    const logged = namesOf(stack, 'aws_s3_bucket_logging').map((name) =>
      Reflect.get(resource(stack, `aws_s3_bucket_logging.${name}`), 'bucket'),
    );
    const buckets = namesOf(stack, 'aws_s3_bucket').filter((name) => name !== 'access_logs_bucket');
    expect(new Set(logged)).toEqual(new Set(buckets.map((name) => `\${aws_s3_bucket.${name}.id}`)));
  }
  expect(namesOf(stacks['evidence-store'], 'aws_s3_bucket_logging')).toEqual(['access_evidence']);
});
