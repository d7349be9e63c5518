import type { PlanFlags } from '../commands/restore.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { inEnvironment } from '../in-environment.ts';
import { kubectlOf } from '../kubernetes/kubectl.ts';
import { refuse } from '../refuse.ts';
import { formatPlan } from './format-plan.ts';
import { gather } from './gather.ts';
import { understand } from './wanted.ts';

/** Does what `resilience restore plan` promises. */
export const plan = (flags: PlanFlags): Promise<ExitCode> =>
  inEnvironment(flags, async (environment) => {
    const understood = understand(environment, flags);
    if (!understood.ok) return refuse(...understood.problems);
    const gathered = await gather(kubectlOf(flags.context), environment, understood.wanted);
    process.stdout.write(
      flags.json === true ? `${JSON.stringify(gathered, null, 2)}\n` : `${formatPlan(gathered)}\n`,
    );
    return gathered.effects?.known === true ? exitCode.fine : exitCode.findings;
  });
