import type { Kubectl } from '../kubernetes/kubectl.ts';

/** One thing that somebody may do, or not. */
export interface Right {
  /** Such as `list`. */
  readonly verb: string;
  /** As kubectl writes it, such as `deployments.apps` or `pods/log`. */
  readonly resource: string;
  readonly namespace: string;
}

const template = String.raw`jsonpath={.status.allowed}{"\n"}`;

/**
 * Which of these the user of kubectl may do, in one call. A review is answered, and nothing is kept of it.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/self-subject-access-review-v1/
 * @throws {Refusal} where the API server does not answer
 */
export async function selfReview(
  kubectl: Kubectl,
  rights: readonly Right[],
): Promise<ReadonlySet<Right>> {
  const reviews = { apiVersion: 'v1', kind: 'List', items: rights.map(reviewOf) };
  const printed = await kubectl.text(['create', '--filename', '-', '--output', template], reviews);
  const answers = printed.trim().split('\n');
  if (answers.length !== rights.length) {
    throw new Error(`${rights.length} rights were asked for, and ${answers.length} answered`);
  }
  return new Set(rights.filter((_, index) => answers[index] === 'true'));
}

function reviewOf({ verb, resource, namespace }: Right): object {
  const [qualified = '', subresource] = resource.split('/');
  const [name = '', ...group] = qualified.split('.');
  return {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    spec: {
      resourceAttributes: {
        verb,
        resource: name,
        namespace,
        ...(group.length > 0 && { group: group.join('.') }),
        ...(subresource !== undefined && { subresource }),
      },
    },
  };
}
