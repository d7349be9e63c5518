import type { Drill } from '@resilience/config/declaration';
import { drilledScenario, drilledServices } from '@resilience/config/drilled-services';
import type { Environment } from '@resilience/config/environment';
import { isUnprotected } from '@resilience/config/scenario';
import { waveOf } from '@resilience/config/waves';
import { waveTasks } from '@resilience/workflows/wave-tasks';

import type { Limit } from '../argo/limits.ts';
import { Refusal } from '../refusal.ts';

/** @throws {Refusal} where none is called so */
export function declaredDrill({ drills, name: of }: Environment, name: string): Drill {
  const drill = drills[name];
  if (drill) return drill;
  const known = Object.keys(drills);
  const others = known.length > 0 ? `there are ${known.join(', ')}` : 'there are none';
  throw new Refusal(`no drill of ${of} is called ${name}; ${others}`);
}

/** What a drill is held to: its own budget, and how soon each service that it restores has to be back. */
export const limitsOf = (environment: Environment, drill: Drill): Limit[] => [
  { of: '', seconds: drill.durationBudget.seconds },
  ...drilledServices(environment, drill).flatMap(([name, service]): Limit[] => {
    const declared = service.objectives[drilledScenario[drill.kind]];
    if (isUnprotected(declared)) return [];
    const { measure } = waveTasks(waveOf(environment.backups.source, service));
    const between = ['choose-backup', measure] as const;
    return [{ of: `RTO of ${name}`, seconds: declared.rto.seconds, between }];
  }),
];
