import { drillWorkflow } from '../names.ts';
import type { Check } from './check.ts';

/** Argo adds eleven characters to the name of a CronWorkflow for each of its runs. */
const longest = 52;

/** @see https://argo-workflows.readthedocs.io/en/latest/cron-workflows/ */
export const drillsHaveShortNames: Check = ({ drills }) =>
  Object.keys(drills)
    .filter((name) => drillWorkflow(name).length > longest)
    .map((name) => ({
      path: `drills.${name}`,
      code: 'config/drills-have-short-names',
      message: 'has a name that no workflow can have',
      expected: `at most ${longest - drillWorkflow('').length} characters`,
      received: `${name.length} characters`,
      fix: 'shorten the name',
    }));
