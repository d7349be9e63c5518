import type { Answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import { inEnvironment } from '../in-environment.ts';
import { kubectlOf } from '../kubernetes/kubectl.ts';
import { refuse } from '../refusal.ts';
import { formatPlan } from './format-plan.ts';
import { gather, type RestorePlan } from './gather.ts';
import { type PlanFlags, understand } from './wanted.ts';

/** Does what `resilience restore plan` promises. */
export const plan = (flags: PlanFlags): Promise<Answer<RestorePlan>> =>
  inEnvironment(flags, async (environment) => {
    const understood = understand(environment, flags);
    if (!understood.ok) return refuse(...understood.problems);
    const gathered = await gather(kubectlOf(flags.context), environment, understood.wanted);
    return {
      code: gathered.effects?.known === true ? exitCode.fine : exitCode.findings,
      result: gathered,
      text: () => formatPlan(gathered),
    };
  });
