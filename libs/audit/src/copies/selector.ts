import type { LabelSelector, Template } from '../installation/schedule.ts';

type Labels = Readonly<Record<string, string>>;

/** The selectors of a backup: an object is in it when any of them matches; none take every object. */
export const selectorsOf = ({ labelSelector, orLabelSelectors }: Template): LabelSelector[] =>
  [labelSelector, ...(orLabelSelectors ?? [])]
    .filter((one) => one !== undefined)
    .filter(
      ({ matchLabels = {}, matchExpressions = [] }) =>
        Object.keys(matchLabels).length > 0 || matchExpressions.length > 0,
    );

export const matchesAny = (selectors: readonly LabelSelector[], labels: Labels): boolean =>
  selectors.length === 0 || selectors.some((one) => matches(one, labels));

function matches(
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  labels: Labels,
): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values = [] }) => {
      const value = labels[key];
      if (operator === 'Exists') return value !== undefined;
      if (operator === 'DoesNotExist') return value === undefined;
      if (operator === 'In') return value !== undefined && values.includes(value);
      return operator === 'NotIn' && (value === undefined || !values.includes(value));
    })
  );
}

/** As a person would write it: `app=web,tier in (a,b)`. */
export const formatSelectors = (selectors: readonly LabelSelector[]): string =>
  selectors
    .map(({ matchLabels = {}, matchExpressions = [] }) =>
      [
        ...Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`),
        ...matchExpressions.map(({ key, operator, values = [] }) =>
          values.length > 0 ? `${key} ${operator} (${values.join(', ')})` : `${key} ${operator}`,
        ),
      ].join(', '),
    )
    .join(' or ');
