import { checkInputs, longestCheck } from '@resilience/config/check-inputs';
import { type Duration, seconds } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { mountOf, scriptStep } from '../script-step.ts';
import { input, inputs, parameters, type Template } from '../template.ts';

/** The ConfigMap of the scripts that run inside the containers of restored services. */
export const verificationScriptsName = 'verification-scripts';

/**
 * Makes the checks of one service, two at once: one after the other is what the proof gives them time for. They
 * wait for those of no other service, and no restore waits for them. Each is a step by itself, so that one that
 * fails hides no other.
 */
export const verifyService: Template = {
  name: 'verify-service',
  inputs: inputs('checks'),
  parallelism: 2,
  dag: {
    failFast: false,
    tasks: [
      {
        name: 'verify',
        template: 'verify',
        withParam: input('checks'),
        arguments: parameters({
          check: '{{item.check}}',
          namespace: '{{item.namespace}}',
          'backup-started-at': '{{item.backupStartedAt}}',
        }),
      },
    ],
  },
};

/** Makes one declared check of what was restored; its finding is the line that verify.sh leaves. */
export const verify = (environment: Environment): Template =>
  scriptStep(environment, {
    name: 'verify',
    inputs: ['check', 'namespace', 'backup-started-at'],
    env: {
      CHECK: input('check'),
      NAMESPACE: input('namespace'),
      BACKUP_STARTED_AT: input('backup-started-at'),
      SCRIPTS: mountOf(verificationScriptsName),
    },
    // Argo keeps what a script prints only where another step asks for it.
    outputs: ['finding'],
    deadline: longest(environment),
    configMaps: [verificationScriptsName],
  });

/** One template makes all checks, so that it has the time of the one that takes longest. */
const longest = ({ backups }: Environment): Duration =>
  seconds(
    Math.max(
      ...Object.entries(backups.source.services)
        .flatMap(([name, service]) => checkInputs(name, service))
        .map((check) => longestCheck(check).seconds),
    ),
  );
