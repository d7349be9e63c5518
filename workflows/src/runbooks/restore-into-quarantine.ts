import type { Environment } from '@resilience/config/environment';

import { servicesAsked } from '../recovered.ts';
import { rehearsal } from '../rehearsal.ts';
import { restoredScenario } from '../restored-scenario.ts';
import { asked, type Runbook } from '../runbook.ts';

/**
 * Restores a chosen point in time where nothing gets out, to look whether it is clean: after ransomware
 * it is not known which backup still is. What was restored stays until people have seen enough.
 */
export const restoreIntoQuarantine = ({ workflows }: Environment): Runbook => ({
  ...rehearsal({
    drill: '',
    runbook: 'restore-into-quarantine',
    scenario: restoredScenario['restore-into-quarantine'],
    services: '{{workflow.parameters.services}}',
    backup: '{{workflow.parameters.backup}}',
    before: '{{workflow.parameters.before}}',
    budget: workflows.recoveryBudget,
    after: ['quarantine-is-examined'],
  }),
  ...asked(
    servicesAsked,
    {
      name: 'before',
      description: 'In UTC, such as 2026-11-24T01:00:00Z: the last point in time that may be clean',
      value: '',
    },
    { name: 'backup', description: 'A backup by name; else the newest that can serve', value: '' },
  ),
});
