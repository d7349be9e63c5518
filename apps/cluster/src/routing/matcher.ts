import type { IMatcher } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/Matcher';

/** A matcher of Alertmanager. */
export type Matcher = IMatcher;

export const is = (name: string, value: string): Matcher => ({ name, matchType: '=', value });

export const isNot = (name: string, value: string): Matcher => ({ name, matchType: '!=', value });

/** @param values words without any character that has a meaning in a regular expression */
export const isOneOf = (name: string, values: readonly string[]): Matcher => ({
  name,
  matchType: '=~',
  value: values.join('|'),
});

/** @param values as for `isOneOf` */
export const isNoneOf = (name: string, values: readonly string[]): Matcher => ({
  ...isOneOf(name, values),
  matchType: '!~',
});

export const isSet = (name: string): Matcher => isNot(name, '');
