import type { Environment } from '@resilience/config/environment';

import { alerts } from './alerts/index.ts';
import { alertGroup, recordGroup, type RuleGroup } from './prometheus-rule.ts';
import { records } from './records/index.ts';

/** A PrometheusRule. */
export interface RuleObject {
  readonly name: string;
  readonly groups: readonly RuleGroup[];
}

/**
 * An object of each alert and of each family of records. What a service declares is in one of its own, so
 * that it is reviewed in one place, and another service changes nothing of it.
 */
export function ruleObjects(environment: Environment): RuleObject[] {
  const all = [
    ...records.map((family) => ({ ...family, group: recordGroup(environment, family) })),
    ...alerts.map((alert) => ({ ...alert, group: alertGroup(environment, alert) })),
  ];
  const perService = all.flatMap(({ isOfServices, group }) =>
    isOfServices === true && group ? byService(group) : [],
  );
  return [
    ...all.flatMap(({ isOfServices, group }) =>
      isOfServices !== true && group ? { name: objectName(group.name), groups: [group] } : [],
    ),
    ...[...Map.groupBy(perService, ({ service }) => service)].map(([service, groups]) => ({
      name: `service-${service}`,
      groups: groups.map(({ group }) => group),
    })),
  ];
}

interface OfService {
  readonly service: string;
  readonly group: RuleGroup;
}

const byService = ({ name, rules = [] }: RuleGroup): OfService[] =>
  [...Map.groupBy(rules, ({ labels }) => String(labels?.['service']))].map(([service, own]) => ({
    service,
    group: { name: `${name}-${service}`, rules: own },
  }));

/** Kubernetes takes no capitals: `BackupFailed` becomes `resilience-backup-failed`. */
function objectName(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
  return `resilience-${words.replace(/^-(resilience-)?/, '')}`;
}
