/** Alerts of the layer that fire. */
export const firing = (...matchers: string[]): string =>
  `ALERTS{${['alertstate="firing"', 'namespace="velero"', ...matchers].join(', ')}}`;

/**
 * What is declared for each of some things, as series: `{ daily: 3600 }` becomes one with the value
 * 3600 and the label. Empty where nothing is declared.
 */
export const declaredBy = (label: string, values: Readonly<Record<string, number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `label_replace(vector(${value}), "${label}", "${name}", "", "")`)
    .join(' or ');

/** Seconds since a moment. */
export const since = (moment: string): string => `time() - ${moment}`;
