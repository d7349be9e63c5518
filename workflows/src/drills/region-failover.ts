import { drilledScenario } from '@resilience/config/drilled-services';

import { newest, rehearsal, stepBudget } from '../rehearsal.ts';
import { supplied } from '../runbook.ts';
import type { Named } from '../template.ts';
import type { Declared, DrillOf } from './drill.ts';

/** Restores every service out of the replica, as after the loss of a region, when somebody has agreed. */
export const regionFailover: DrillOf<'region-failover'> = ({ name, drill }) =>
  rehearsal({
    ...newest,
    drill: name,
    runbook: drill.kind,
    scenario: drilledScenario[drill.kind],
    services: '["*"]',
    budget: stepBudget(drill.durationBudget),
    ...approval(drill),
  });

/** A suspended step whose time is over goes on, but has no name of who approved it, and so fails. */
function approval({ approval: needed }: Declared<'region-failover'>['drill']): { gate?: Named } {
  if (needed.by === 'nobody') return {};
  return {
    gate: {
      ...supplied('approval', 'approved-by'),
      suspend: { duration: `${needed.within.seconds}s` },
    },
  };
}
