import type { AlertCases } from '../alert-case.ts';
import { objectiveCases } from './objective-cases.ts';

export const recoveryTimeOverObjective: AlertCases = {
  alert: 'RecoveryTimeOverObjective',
  by: ['service', 'scenario'],
  without: { missing: 'A drill that measures nothing is overdue.' },
  cases: (environment) => objectiveCases(environment, 'recoveryTime', 'rto'),
};
