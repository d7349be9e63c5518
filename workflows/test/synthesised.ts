import { primaryEnvironment } from '@resilience/config/fixtures';

import { synthWorkflows } from '../src/synth.ts';

interface Template {
  readonly name: string;
  readonly resource?: {
    readonly action: string;
    readonly manifest: string;
    readonly successCondition?: string;
    readonly failureCondition?: string;
  };
  readonly dag?: { readonly tasks: readonly { readonly name: string; readonly when?: string }[] };
}

interface Runbook {
  readonly serviceAccountName: string;
  readonly onExit?: string;
  readonly templates: readonly Template[];
}

export function runbook(name: string, environment = primaryEnvironment()): Runbook {
  const found = synthWorkflows(environment).find(
    ({ kind, metadata }) => kind === 'WorkflowTemplate' && metadata.name === name,
  );
  if (!found || !('spec' in found)) throw new Error(`no runbook ${name}`);
  return found.spec as Runbook;
}

export function template(
  name: string,
  of: string,
  environment?: Parameters<typeof runbook>[1],
): Template {
  const found = runbook(of, environment).templates.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`${of} has no template ${name}`);
  return found;
}

export const main = {
  'restore-namespace': 'restore',
  'back-up-on-demand': 'back-up',
  'back-up-before-change': 'back-up',
};

export const manifestOf = (name: keyof typeof main, environment = primaryEnvironment()): object =>
  JSON.parse(template(main[name], name, environment).resource?.manifest ?? '') as object;
