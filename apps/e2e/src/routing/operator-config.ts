import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';

import type { Environment } from '@resilience/config/environment';

import { goSourceProgram } from '../go-source-program.ts';
import { renderedRoot } from '../rendered-root.ts';
import { alertmanagerVersion, operatorConfig } from './programs.ts';
import type { Secret } from './secrets.ts';

export interface Generated {
  /** The text of alertmanager.yaml. */
  readonly configuration: string;
  /** Why an AlertmanagerConfig is left out, by its name. */
  readonly rejected: Readonly<Record<string, string>>;
}

/**
 * What the operator makes of the rendered AlertmanagerConfigs, for an Alertmanager that is set up as
 * kube-prometheus-stack does it by default.
 *
 * @throws what the operator has to object to all of them
 */
export function generatedConfiguration(
  { name, monitoring }: Environment,
  secrets: readonly Secret[],
): Generated {
  const { status, stdout, stderr } = spawnSync(goSourceProgram(operatorConfig), filesOf(name), {
    input: JSON.stringify({
      version: alertmanagerVersion,
      base: JSON.stringify(base),
      alertmanager: { metadata: { name: 'alertmanager', namespace: monitoring.namespace } },
      secrets,
    }),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Generated;
}

const filesOf = (environment: string): string[] =>
  globSync(
    join(
      renderedRoot,
      `environments/${environment}/rendered/kubernetes/resilience-routing/alertmanagerconfig-*.yaml`,
    ),
  );

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
