import { firing, since } from './queries.ts';
import type { Unplaced } from './panels/panel.ts';
import { table } from './panels/table.ts';
import { atLeast, below, shareUsed } from './panels/thresholds.ts';

const age = 'max by (service) (resilience:service_data_age_seconds)';
const limit = 'max by (service) (resilience:service_rpo_seconds)';

/** Out of their recovery point objective, or without any backup. */
export const servicesAtRisk =
  `count(${limit} unless on (service) (${age} <= on (service) ${limit}))` +
  ` or 0 * count(${limit})`;

const proved =
  '(resilience:service_proved_rto_seconds <= on (service, scenario) resilience:service_rto_seconds)' +
  ' and on (service, scenario) ' +
  '(resilience:service_proved_rpo_seconds <= on (service, scenario) resilience:service_declared_rpo_seconds)';

/** Of all objectives of all services, how many the declaration keeps. */
export const provedShare =
  `(count(${proved}) or 0 * count(resilience:service_rto_seconds))` +
  ' / count(resilience:service_rto_seconds)';

const provedShareOfEach =
  `(count by (service) (${proved}) or 0 * count by (service) (resilience:service_rto_seconds))` +
  ' / count by (service) (resilience:service_rto_seconds)';

const lastDrill = since(
  'max by (service) (resilience:drill_last_success_timestamp_seconds * on (drill) group_right ()' +
    ' (0 * max by (drill, service) (resilience:drill_recovery_time_seconds) + 1))',
);

const alerts = `count by (service) (${firing('service!=""')}) or 0 * ${limit}`;

/** Each service, the one that is nearest to its limit first. */
export const servicesTable = (): Unplaced =>
  table(
    {
      title: 'Services',
      description:
        'Whether each service can be recovered now. Data age is what a disaster would cost this minute; ' +
        'it has to stay under the recovery point objective (RPO). Proved is the share of scenarios whose ' +
        'objectives the declaration keeps; a drill shows that a restore really works.',
      noData: '–',
      width: 24,
    },
    {
      labels: { service: 'Service', owner: 'Owner' },
      columns: [
        {
          name: 'Data age',
          expr: 'max by (service, owner) (resilience:service_data_age_seconds)',
          unit: 's',
        },
        { name: 'RPO', expr: limit, unit: 's' },
        {
          name: 'Age of RPO',
          expr: `${age} / on (service) ${limit}`,
          unit: 'percentunit',
          thresholds: shareUsed,
        },
        {
          name: 'Proved',
          expr: provedShareOfEach,
          unit: 'percentunit',
          thresholds: atLeast(1),
        },
        { name: 'Last drill, ago', expr: lastDrill, unit: 's' },
        { name: 'Alerts', expr: alerts, unit: 'short', thresholds: below(1) },
      ],
      worstFirst: 'Age of RPO',
    },
  );
