import { z } from 'zod';

const expression = z.object({
  key: z.string(),
  operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist']),
  values: z.array(z.string()).default([]),
});

/** @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/label-selector/ */
export const labelSelector = z.object({
  matchLabels: z.record(z.string(), z.string()).default({}),
  matchExpressions: z.array(expression).default([]),
});

export type LabelSelector = z.output<typeof labelSelector>;

type Labels = Readonly<Record<string, string>>;

/** What a selector asks for, and labels do not have, such as `release=other`; empty where it takes them. */
export const unmet = (
  { matchLabels, matchExpressions }: LabelSelector,
  labels: Labels,
): string[] => [
  ...Object.entries(matchLabels)
    .filter(([key, value]) => labels[key] !== value)
    .map(([key, value]) => `${key}=${value}`),
  ...matchExpressions
    .filter((one) => !isMet(one, labels))
    .map(({ key, operator, values }) =>
      values.length > 0 ? `${key} ${operator} (${values.join(', ')})` : `${key} ${operator}`,
    ),
];

function isMet({ key, operator, values }: z.output<typeof expression>, labels: Labels): boolean {
  const value = labels[key];
  switch (operator) {
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    default:
      return operator satisfies never;
  }
}
