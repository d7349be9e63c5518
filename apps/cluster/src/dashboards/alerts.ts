import type { Environment } from '@resilience/config/environment';

import { runbookUrl } from '../alerting/runbook-url.ts';
import { lines } from './panels/lines.ts';
import type { Unplaced } from './panels/panel.ts';
import { stat } from './panels/stat.ts';
import { table } from './panels/table.ts';
import { below, risingTo } from './panels/thresholds.ts';
import { firing } from './queries.ts';

/** Nothing is shown, instead of a green zero, when alerts are not evaluated at all. */
const evaluated = firing('alertname="ResilienceWatchdog"');

/** How many alerts of a severity fire. */
export const alertCount = (severity: 'critical' | 'warning'): Unplaced =>
  stat(
    {
      title: severity === 'critical' ? 'Critical alerts' : 'Warnings',
      description: `Alerts of the severity ${severity} that fire now. Each is listed below, with its runbook.`,
      noData: 'Alerts are not evaluated',
      width: 4,
    },
    {
      unit: 'short',
      thresholds: severity === 'critical' ? below(1) : risingTo(1, 10),
      queries: [
        {
          expr: `count(${firing(`severity="${severity}"`)}) or 0 * count(${evaluated})`,
          legend: severity,
        },
      ],
    },
  );

/** Grafana puts the cell's text here. */
const valueOfCell = '${__value.text}';

/** What fires now. */
export const firingTable = ({ gitops }: Environment): Unplaced =>
  table(
    {
      title: 'Alerts that fire',
      description:
        'What fires now, of which service, schedule or drill. The name of an alert leads to its runbook.',
      noData: 'Nothing fires',
      width: 12,
    },
    {
      labels: {
        alertname: 'Alert',
        severity: 'Severity',
        service: 'Service',
        schedule: 'Schedule',
        drill: 'Drill',
      },
      links: { Alert: { title: 'Runbook', url: runbookUrl(gitops, valueOfCell) } },
      columns: [
        {
          name: 'Firing',
          expr: `count by (alertname, severity, service, schedule, drill) (${firing('severity!="none"')})`,
          unit: 'short',
        },
      ],
      worstFirst: 'Severity',
    },
  );

/** When something fired. */
export const alertHistory = (): Unplaced =>
  lines(
    {
      title: 'Alerts over time',
      description:
        'How many alerts fired at a time, by their name. Short bars are blips; a long one was left alone.',
      noData: 'Nothing fired',
      width: 12,
    },
    {
      unit: 'short',
      queries: [
        {
          expr: `count by (alertname) (${firing('severity!="none"')})`,
          legend: '{{alertname}}',
        },
      ],
      draw: 'stacked-bars',
    },
  );
