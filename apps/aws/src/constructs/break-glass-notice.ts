import type { BucketEnvironment } from '@resilience/config/environment';
import { breakGlassRole, breakGlassRule } from '@resilience/config/names';
import { Construct } from 'constructs';

import type { AlarmTopic } from './alarm-topic.ts';

/** The role that reads every backup is for emergencies: each use of it is seen by others. */
export class BreakGlassNotice extends Construct {
  constructor(scope: Construct, id: string, topic: AlarmTopic, environment: BucketEnvironment) {
    super(scope, id);
    topic.event(this, 'break-glass-used', {
      name: breakGlassRule(environment),
      description: 'Somebody tried to take on the break-glass role.',
      pattern: {
        source: ['aws.sts'],
        'detail-type': ['AWS API Call via CloudTrail'],
        detail: {
          eventSource: ['sts.amazonaws.com'],
          eventName: ['AssumeRole'],
          requestParameters: { roleArn: [breakGlassRole(environment).arn] },
        },
      },
    });
  }
}
