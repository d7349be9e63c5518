import { type CheckInput, checkInputs } from '@resilience/config/check-inputs';
import { gib } from '@resilience/config/bytes';
import type { Service } from '@resilience/config/declaration';
import { percent } from '@resilience/config/percent';

/** The checks of a service with one workload and one volume. */
export const checksOf = (verification: Service['verification']): CheckInput[] =>
  checkInputs('orders', {
    workloads: [{ kind: 'StatefulSet', name: 'db', podLabels: { app: 'db' } }],
    volumes: {
      data: {
        size: gib(1),
        used: percent(1),
        dailyChange: percent(1),
        content: 'uploads',
        claimLabels: { app: 'db' },
        backup: { method: 'file-system' },
      },
    },
    verification,
  });
