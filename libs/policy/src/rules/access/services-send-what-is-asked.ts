import type { Rendered, RenderedObject } from '../../rendered.ts';
import { type ResourcePolicy, sends } from '../../detect/services.ts';
import { document, type Statement, statements } from '../../detect/statements.ts';
import { rule, type Violation, violation } from '../../rule.ts';

/** Where each kind of policy is attached, and by which attribute. */
const attachments: readonly (readonly [type: string, attribute: string, policy: ResourcePolicy])[] =
  [
    ['aws_kms_key', 'policy', 'key'],
    ['aws_sns_topic_policy', 'policy', 'topic'],
    ['aws_s3_bucket_policy', 'policy', 'bucket'],
    ['aws_iam_role', 'assume_role_policy', 'trust'],
  ];

interface Attached {
  readonly object: RenderedObject;
  readonly policy: ResourcePolicy;
}

const attachedPolicies = (rendered: Rendered): Attached[] =>
  attachments.flatMap(([type, attribute, policy]) =>
    rendered.of(type).flatMap((resource) => {
      const object = document(rendered, resource, attribute);
      return object ? [{ object, policy }] : [];
    }),
  );

export const servicesSendWhatIsAsked = rule({
  id: 'access/services-send-what-is-asked',
  severity: 'error',
  why: 'A condition on a key that a service does not send never holds: the service is refused, and nobody is notified.',
  source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
  declaredAt: 'apps/aws/src/policies',
  appliesTo: (rendered) => attachedPolicies(rendered).map(({ object }) => object),
  shape: statements,
  check: ({ statement }, { object, rendered }) => {
    const policies = attachedPolicies(rendered).filter((one) => one.object === object);
    return policies.flatMap(({ policy }) =>
      statement.flatMap((one, index) => unsent(one, policy, ['statement', index])),
    );
  },
});

/** What a statement asks of services that they do not say. Only what lets them act needs an answer. */
function unsent(statement: Statement, policy: ResourcePolicy, at: PropertyKey[]): Violation[] {
  if (statement.effect !== 'Allow') return [];
  return statement.principals
    .filter(({ type }) => type === 'Service')
    .flatMap(({ identifiers }) => identifiers)
    .flatMap((service) =>
      statement.condition.flatMap(({ test, variable }, place) =>
        holdsWithout(test) || sends(service, policy, variable)
          ? []
          : [
              violation(`shuts ${service} out`, {
                at: [...at, 'condition', place],
                expected: `a condition key that ${service} sends to a policy of a ${policy}`,
                received: variable,
              }),
            ],
      ),
    );
}

/** Such tests hold when the key is not there. */
const holdsWithout = (test: string): boolean => test.endsWith('IfExists') || test.includes('Not');
