import { minutes } from '@resilience/config/duration';

import { alert } from '../alert.ts';

/** The server is one pod, which is stopped before its successor starts. */
const replaced = minutes(10);

/** No backup begins, and no restore. */
export const VeleroDown = alert({
  name: 'VeleroDown',
  severity: 'critical',
  component: 'backup',
  needs: [],
  conditions: () => [
    {
      expr: '(max(up{job="velero"}) or vector(0)) == 0',
      for: replaced,
      summary: 'The Velero server is down',
      description: 'The Velero server does not answer: no backup begins, and no restore.',
    },
  ],
});
