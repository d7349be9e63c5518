import { minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { isUnprotected, type Scenario, scenarios } from '@resilience/config/scenario';

import { type AlertCase, firingAt, quietAt } from '../alert-case.ts';
import type { Series } from '../series.ts';
import { drillChanges, drillTells } from './drill-series.ts';

type Metric = 'recoveryTime' | 'dataLoss';

/** Every objective that drills here can measure: of the services whose backups are mounted. */
export function objectiveCases(
  { drills, backups }: Environment,
  metric: Metric,
  objective: 'rto' | 'rpo',
): AlertCase[] {
  const [drill = ''] = Object.keys(drills);
  const each = Object.entries(backups.source.services).flatMap(([service, { objectives }]) =>
    scenarios.flatMap((scenario: Scenario) => {
      const declared = objectives[scenario];
      if (isUnprotected(declared)) return [];
      return [{ labels: { drill, service, scenario }, declared: declared[objective].seconds }];
    }),
  );
  const all = each.map(({ labels: { service, scenario } }) => [service, scenario]);
  const measured = (more: number): Series[] =>
    each.map(({ labels, declared }) => drillTells(metric, labels, declared + more));
  const changed = (before: number, after: number): Series[] =>
    each.map(({ labels, declared }) =>
      drillChanges(metric, labels, [declared + before, minutes(10), declared + after]),
    );
  return [
    {
      kind: 'quiet',
      what: 'measured as declared',
      series: measured(0),
      expect: quietAt(minutes(1), minutes(30)),
    },
    {
      kind: 'boundary',
      what: 'as declared, and a second more',
      series: changed(0, 1),
      expect: [...quietAt(minutes(9)), firingAt(minutes(12), ...all)],
    },
    {
      kind: 'firing',
      what: 'an hour more than declared',
      series: measured(3600),
      expect: [firingAt(minutes(2), ...all)],
    },
    {
      kind: 'resolving',
      what: 'the next run is in time',
      series: changed(60, 0),
      expect: [firingAt(minutes(9), ...all), ...quietAt(minutes(12))],
    },
  ];
}
