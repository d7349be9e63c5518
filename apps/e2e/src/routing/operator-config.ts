import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import type { Environment } from '@resilience/config/environment';

import { goSourceProgram } from '../go-source-program.ts';
import { repositoryRoot } from '../rendered-stacks.ts';
import { alertmanagerVersion, operatorConfig } from './programs.ts';
import type { Secret } from './secrets.ts';

/**
 * What the operator makes of the rendered AlertmanagerConfig, for an Alertmanager that is set up as
 * kube-prometheus-stack does it by default.
 *
 * @returns the text of alertmanager.yaml
 * @throws what the operator has to object
 */
export function generatedConfiguration(
  { name, monitoring }: Environment,
  secrets: readonly Secret[],
): string {
  const file = join(
    repositoryRoot,
    `environments/${name}/rendered/kubernetes/resilience-routing/alertmanagerconfig-resilience.yaml`,
  );
  const { status, stdout, stderr } = spawnSync(goSourceProgram(operatorConfig), [file], {
    input: JSON.stringify({
      version: alertmanagerVersion,
      base: JSON.stringify(base),
      alertmanager: { metadata: { name: 'alertmanager', namespace: monitoring.namespace } },
      secrets,
    }),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** Nobody is told of what no route takes, and something worse keeps quiet what is milder. */
const base = {
  global: { resolve_timeout: '5m' },
  route: { receiver: 'null', group_by: ['namespace'] },
  receivers: [{ name: 'null' }],
  inhibit_rules: [
    {
      source_matchers: ['severity="critical"'],
      target_matchers: ['severity=~"warning|info"'],
      equal: ['namespace', 'alertname'],
    },
  ],
};
