import { alert } from '../alert.ts';

/** Always fires: when it is not received any more, no other alert would be. */
export const ResilienceWatchdog = alert({
  name: 'ResilienceWatchdog',
  severity: 'none',
  component: 'monitoring',
  needs: [],
  conditions: ({ name }) => [
    {
      expr: 'vector(1)',
      summary: `Alerts of ${name} are delivered`,
      description: `This alert always fires. When it stops, Prometheus or Alertmanager of ${name} is broken, and no other alert of backups arrives.`,
    },
  ],
});
