import type { Environment } from '@resilience/config/environment';

import type { RuleGroup } from '../../src/alerting/prometheus-rule.ts';
import { ruleObjects } from '../../src/alerting/rule-objects.ts';

export type Rule = NonNullable<RuleGroup['rules']>[number];

/** Every rule of an environment. */
export const rulesOf = (environment: Environment): Rule[] =>
  ruleObjects(environment)
    .flatMap(({ groups }) => groups)
    .flatMap(({ rules = [] }) => rules);

/** The rules of one alert. */
export const rulesOfAlert = (environment: Environment, name: string): Rule[] =>
  rulesOf(environment).filter(({ alert }) => alert === name);

/** The names of all series that an expression asks for. */
export const seriesIn = ({ expr }: Rule): string[] => {
  const bare = String(expr)
    .replaceAll(/"[^"]*"/g, '""')
    .replaceAll(/\b(?:by|on)\s*\([^)]*\)/g, '');
  return [...bare.matchAll(/[a-zA-Z_:][\w:]*/g)]
    .map(([name]) => name)
    .filter((name) => /^(?:velero|podVolume|resilience|aws|argo_workflows)[_:]|^up$/.test(name));
};

/** The number that an expression compares with, for its last comparison. */
export const thresholdOf = ({ expr }: Rule): number =>
  Number(/> (\d+(?:\.\d+)?)$/.exec(String(expr))?.[1]);
