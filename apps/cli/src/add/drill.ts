import type { Addition, Declared } from './addition.ts';
import { declaredEnvironment, freeName, inConfig } from './declared-environment.ts';
import { durationOf, wordOf } from './flags.ts';

export interface DrillFlags {
  readonly env: string;
  readonly kind: string;
  readonly cron: string;
  readonly services?: readonly string[];
  readonly budget?: string;
  readonly approvalWithin?: string;
}

const kinds = ['validation', 'namespace-restore', 'cluster-restore', 'region-failover'] as const;

/** `resilience add drill` */
export function addDrill(declared: Declared, name: string, flags: DrillFlags): Addition {
  const { drills } = declaredEnvironment(declared, flags.env);
  freeName('drill', drills, name);
  const kind = wordOf('--kind', flags.kind, kinds);
  return {
    title: `the drill ${name} to ${flags.env}`,
    edit: (editor) =>
      editor.addProperty(inConfig(flags.env, 'drills'), name, {
        kind,
        cron: flags.cron,
        durationBudget: durationOf('--budget', flags.budget ?? '4h'),
        ...(flags.services ? { services: flags.services } : {}),
        ...(kind === 'region-failover' ? { approval: approvalOf(flags) } : {}),
      }),
  };
}

const approvalOf = ({ approvalWithin }: DrillFlags) =>
  approvalWithin === undefined
    ? { by: 'nobody' }
    : { by: 'person', within: durationOf('--approval-within', approvalWithin) };
