import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const lastStatusIsNotAsked = rule({
  id: 'alerting/last-status-is-not-asked',
  severity: 'error',
  why: 'velero_backup_last_status is set to 1 at every check of a schedule, so that an alert on it never fires.',
  source: 'https://github.com/vmware-tanzu/velero/issues/8753',
  declaredAt: 'apps/cluster/src/alerting',
  appliesTo: kind('monitoring.coreos.com/PrometheusRule'),
  shape: z.looseObject({}),
  check: (value) =>
    JSON.stringify(value).includes('velero_backup_last_status')
      ? [
          violation('waits for a status that is never reported', {
            expected: 'velero_backup_last_successful_timestamp',
            received: 'velero_backup_last_status',
          }),
        ]
      : [],
});
