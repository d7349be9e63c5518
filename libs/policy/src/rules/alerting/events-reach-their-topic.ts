import { z } from 'zod';

import { referred } from '../../detect/references.ts';
import { document, type Statement, statements } from '../../detect/statements.ts';
import { kind, type Rendered, type RenderedObject } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

const topic = z.looseObject({
  name: z.string().optional(),
  kms_master_key_id: z.string().optional(),
});
const attachment = z.looseObject({ arn: z.string() });

export const eventsReachTheirTopic = rule({
  id: 'alerting/events-reach-their-topic',
  severity: 'error',
  why: 'An event that may not be published is dropped, and nobody has a message of what happened.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html',
  declaredAt: 'apps/aws/src/constructs/alarm-topic.ts',
  appliesTo: kind('aws_cloudwatch_event_target'),
  shape: z.looseObject({ arn: z.string(), role_arn: z.string().optional() }),
  check: ({ arn, role_arn }, { object, rendered }) => {
    const target = referred(rendered, object, arn);
    const { name, kms_master_key_id: keyId } = topic.safeParse(target?.value).data ?? {};
    const key = target && referred(rendered, target, keyId);
    return [
      ...(role_arn === undefined
        ? []
        : [
            violation('publishes by a role, which may fail where the topic is encrypted', {
              at: ['role_arn'],
              expected: 'no role_arn',
              received: role_arn,
            }),
          ]),
      ...(allowsEvents(policyOf(rendered, target), ['sns:Publish'])
        ? []
        : [
            violation('may not publish to its topic', {
              expected: 'a statement of the topic that allows sns:Publish to events.amazonaws.com',
              received: arn,
            }),
          ]),
      ...(keyId === undefined ||
      allowsEvents(
        key && document(rendered, key, 'policy'),
        ['kms:Decrypt', 'kms:GenerateDataKey*'],
        name,
      )
        ? []
        : [
            violation('may not encrypt for its topic', {
              expected: "a statement of the topic's key that allows it to events.amazonaws.com",
              received: keyId,
            }),
          ]),
    ];
  },
});

const policyOf = (rendered: Rendered, target: RenderedObject | undefined) =>
  rendered
    .of('aws_sns_topic_policy')
    .filter((one) => referred(rendered, one, attachment.parse(one.value).arn) === target)
    .map((one) => document(rendered, one, 'policy'))[0];

/** Whether some statement lets EventBridge do it; that its conditions can hold is a rule of its own. */
const allowsEvents = (
  policy: RenderedObject | undefined,
  actions: readonly string[],
  topicName?: string,
): boolean =>
  statements
    .safeParse(policy?.value)
    .data?.statement.some(
      (one) => isForEvents(one) && includesAll(one, actions) && isForTopic(one, topicName),
    ) ?? false;

/** A key may serve one topic alone, which has to be this one. */
const isForTopic = ({ condition }: Statement, name: string | undefined): boolean =>
  condition
    .filter(({ variable }) => /^kms:EncryptionContext:aws:sns:topicArn$/i.test(variable))
    .every(({ values }) => values.some((value) => value.endsWith(`:${name}`)));

const isForEvents = ({ effect, principals }: Statement): boolean =>
  effect === 'Allow' &&
  principals.some(({ identifiers }) => identifiers.includes('events.amazonaws.com'));

const includesAll = (statement: Statement, actions: readonly string[]): boolean =>
  actions.every((action) => statement.actions.includes(action));
