import type { Dashboard } from './dashboard.ts';
import { drillsTable } from './drills.ts';
import { measuredShares, objectivesTable } from './objectives.ts';
import { restoresByPhase, restoresPerDay } from './runs.ts';

/** What is declared, proved and measured of recovery. */
export const restoresAndDrills: Dashboard = {
  name: 'restores-and-drills',
  title: 'restores and drills',
  description:
    'What is declared of recovery, what is proved, and what drills measured; whether drills and restores succeed.',
  rows: (environment) => [
    { title: 'Drills', height: 6, panels: drillsTable(environment) },
    { title: 'Objectives', height: 18, panels: [objectivesTable(environment)] },
    { title: 'Measured', height: 10, panels: measuredShares() },
    { title: 'Restores', height: 9, panels: [restoresPerDay(), restoresByPhase()] },
  ],
};
