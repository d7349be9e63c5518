import type { AlertCases } from '../alert-case.ts';
import { objectiveCases } from './objective-cases.ts';

export const dataLossOverObjective: AlertCases = {
  alert: 'DataLossOverObjective',
  by: ['service', 'scenario'],
  without: { missing: 'A drill that measures nothing is overdue.' },
  cases: (environment) => objectiveCases(environment, 'dataLoss', 'rpo'),
};
