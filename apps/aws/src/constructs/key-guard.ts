import type { BucketEnvironment } from '@resilience/config/environment';
import { keyInDangerRule, type KeyPurpose, keyRules } from '@resilience/config/names';
import { Construct } from 'constructs';

import type { AlarmTopic } from './alarm-topic.ts';
import type { CustomerKey } from './customer-key.ts';

export interface GuardedKey {
  readonly purpose: KeyPurpose;
  readonly key: CustomerKey;
}

interface KeyGuardOptions {
  readonly topic: AlarmTopic;
  readonly keys: readonly GuardedKey[];
}

const takingAway = ['DisableKey', 'ScheduleKeyDeletion'];

/** A key whose deletion was called off is still disabled: only this gives it back. */
const givingBack = ['EnableKey'];

/**
 * Whoever takes away the key takes away the backups: that is reported while it can be undone. Each key
 * has a pair of rules of its own, as EventBridge counts the matches of a rule for CloudWatch: by them it
 * is known which key is away now.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
 */
export class KeyGuard extends Construct {
  constructor(
    scope: Construct,
    id: string,
    environment: BucketEnvironment,
    { topic, keys }: KeyGuardOptions,
  ) {
    super(scope, id);
    topic.event(this, 'key-in-danger', {
      name: keyInDangerRule(environment),
      description:
        'A key of backups was opened to others or rotates no longer, or somebody tried in vain to take it away.',
      pattern: callsOn(keys, {
        $or: [
          { eventName: ['DisableKeyRotation', 'PutKeyPolicy'] },
          { eventName: takingAway, errorCode: [{ exists: true }] },
        ],
      }),
    });
    for (const guarded of keys) {
      const { takenAway, givenBack } = keyRules(environment, guarded.purpose);
      topic.event(this, `key-taken-away-${guarded.purpose}`, {
        name: takenAway,
        description: `The key of the ${guarded.purpose} was disabled or scheduled for deletion.`,
        pattern: callsOn([guarded], { eventName: takingAway, ...succeeded }),
      });
      topic.event(this, `key-given-back-${guarded.purpose}`, {
        name: givenBack,
        description: `The key of the ${guarded.purpose} can be used again.`,
        pattern: callsOn([guarded], { eventName: givingBack, ...succeeded }),
      });
    }
  }
}

/** CloudTrail tells of calls that failed, too. */
const succeeded = { errorCode: [{ exists: false }] };

const callsOn = (keys: readonly GuardedKey[], calls: object): object => ({
  source: ['aws.kms'],
  'detail-type': ['AWS API Call via CloudTrail'],
  detail: {
    eventSource: ['kms.amazonaws.com'],
    resources: { ARN: keys.map(({ key }) => key.arn) },
    ...calls,
  },
});
