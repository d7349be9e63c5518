import { Construct } from 'constructs';

import type { AlarmTopic } from './alarm-topic.ts';
import type { CustomerKey } from './customer-key.ts';

/** Whoever takes away the key takes away the backups: that is reported while it can be undone. */
export class KeyGuard extends Construct {
  constructor(scope: Construct, id: string, topic: AlarmTopic, keys: readonly CustomerKey[]) {
    super(scope, id);
    topic.event(this, 'key-in-danger', {
      description: 'A key of backups was disabled, opened to others or scheduled for deletion.',
      pattern: {
        source: ['aws.kms'],
        'detail-type': ['AWS API Call via CloudTrail'],
        detail: {
          eventSource: ['kms.amazonaws.com'],
          eventName: ['DisableKey', 'DisableKeyRotation', 'PutKeyPolicy', 'ScheduleKeyDeletion'],
          resources: { ARN: keys.map(({ arn }) => arn) },
        },
      },
    });
  }
}
