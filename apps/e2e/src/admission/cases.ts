import type { Environment } from '@resilience/config/environment';

import type { AdmissionCase } from './admission-case.ts';
import { backupCases } from './backup-cases.ts';
import { drillCases } from './drill-cases.ts';
import { locationCases } from './location-cases.ts';
import { restoreCases } from './restore-cases.ts';
import { scheduleCases } from './schedule-cases.ts';
import { stateCases } from './state-cases.ts';

/** Everything that the guards of an environment judge, both ways. */
export const admissionCases = (environment: Environment): AdmissionCase[] => [
  ...backupCases(environment),
  ...drillCases(environment),
  ...locationCases(environment),
  ...restoreCases(environment),
  ...scheduleCases(environment),
  ...stateCases(environment),
];
