import { ownsBucket } from '@resilience/config/environment';

import { alertCount, alertHistory, firingTable } from './alerts.ts';
import { newestBackup } from './backup-age.ts';
import { budgetUsed } from './cost.ts';
import type { Dashboard } from './dashboard.ts';
import { lastDrills } from './drills.ts';
import { hasServices } from './has-services.ts';
import type { Unplaced } from './panels/panel.ts';
import { stat } from './panels/stat.ts';
import { atLeast, below } from './panels/thresholds.ts';
import { provedShare, servicesAtRisk, servicesTable } from './services.ts';
import { storageReachable } from './storage-location.ts';

/** Is everything recoverable? */
export const fleetOverview: Dashboard = {
  name: 'fleet-overview',
  title: 'fleet overview',
  description:
    'Whether every service can be recovered: green above means yes. The tables say which cannot, and why.',
  rows: (environment) => {
    const services = hasServices(environment);
    return [
      {
        title: 'Is everything recoverable?',
        height: 5,
        panels: [
          ...(services ? [atRisk(), proved()] : [newestBackup()]),
          alertCount('critical'),
          alertCount('warning'),
          storageReachable(),
          ...(ownsBucket(environment) ? [budgetUsed()] : []),
        ],
      },
      { title: 'Services', height: 10, panels: services ? [servicesTable()] : [] },
      { title: 'Drills', height: 5, panels: lastDrills(environment) },
      { title: 'Alerts', height: 9, panels: [firingTable(environment), alertHistory()] },
    ];
  },
};

const atRisk = (): Unplaced =>
  stat(
    {
      title: 'Services at risk',
      description:
        'Services whose newest backup is older than their recovery point objective, or that have none. The table below names them.',
      noData: 'Objectives unknown',
      width: 4,
    },
    {
      unit: 'short',
      thresholds: below(1),
      queries: [{ expr: servicesAtRisk, legend: 'at risk' }],
    },
  );

const proved = (): Unplaced =>
  stat(
    {
      title: 'Objectives proved',
      description:
        'The share of all objectives, of every service in every scenario, that the declaration keeps, as long as its assumed times are right; volumes that no backup holds are left out. recovery.md of the environment names both, and what is missing under 100 %.',
      noData: 'Proof unknown',
      width: 4,
    },
    {
      unit: 'percentunit',
      thresholds: atLeast(1),
      queries: [{ expr: provedShare, legend: 'proved' }],
    },
  );
