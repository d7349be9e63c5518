import { checkInputs, longestCheck } from '@resilience/config/check-inputs';
import { type Duration, seconds } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { mountOf, scriptStep } from '../script-step.ts';
import { input, type Template } from '../template.ts';

/** The ConfigMap of the scripts that run inside the containers of restored services. */
export const verificationScriptsName = 'verification-scripts';

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
