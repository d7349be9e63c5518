import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { renderedRoot } from '../rendered-root.ts';

/** A group of rules, as Prometheus takes it. */
export interface RuleGroup {
  readonly name: string;
  readonly rules: readonly {
    readonly alert?: string;
    readonly record?: string;
    readonly expr: string;
    readonly labels?: Readonly<Record<string, string>>;
  }[];
}

/** Every group of the PrometheusRules of an environment, as they are committed. */
export function renderedRules(environment: string): RuleGroup[] {
  const folder = join(
    renderedRoot,
    'environments',
    environment,
    'rendered/kubernetes/resilience-alerts',
  );
  return readdirSync(folder)
    .toSorted()
    .flatMap((file) => {
      const object = parse(readFileSync(join(folder, file), 'utf8'), { version: '1.1' }) as {
        readonly spec: { readonly groups: readonly RuleGroup[] };
      };
      return object.spec.groups;
    });
}

/** The groups that hold an alert and all that it is computed from, what is recorded first. */
export function groupsFor(groups: readonly RuleGroup[], alert: string): RuleGroup[] {
  const own = groups.filter(({ rules }) => rules.some((rule) => rule.alert === alert));
  return [...recordsFor(groups, own), ...own];
}

function recordsFor(groups: readonly RuleGroup[], asking: readonly RuleGroup[]): RuleGroup[] {
  const asked = JSON.stringify(asking);
  const found = groups.filter(
    (group) =>
      !asking.includes(group) &&
      group.rules.some(({ record }) => record !== undefined && asked.includes(record)),
  );
  return found.length === 0 ? [] : [...new Set([...recordsFor(groups, found), ...found])];
}
