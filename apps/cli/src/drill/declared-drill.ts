import type { Drill } from '@resilience/config/declaration';
import { drilledScenario, drilledServices } from '@resilience/config/drilled-services';
import type { Environment } from '@resilience/config/environment';
import { isUnprotected } from '@resilience/config/scenario';
import { waveOf } from '@resilience/config/waves';
import { waveTasks } from '@resilience/workflows/wave-tasks';

import type { Limit } from '../argo/limits.ts';
import { refuse } from '../refusal.ts';
import { unknownName } from '../unknown-name.ts';

/** @throws {Refusal} where none is called so */
export function declaredDrill({ drills, name: of }: Environment, name: string): Drill {
  const drill = drills[name];
  return drill ?? refuse(unknownName(`drill of ${of}`, name, Object.keys(drills)));
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
