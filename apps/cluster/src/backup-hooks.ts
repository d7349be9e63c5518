import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Schedule, Service } from '@resilience/config/declaration';
import { goDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { coveredServices } from '@resilience/config/volumes';
import type { BackupSpec } from '@resilience/velero/kinds/backup';

type ResourceHook = NonNullable<BackupSpec['hooks']>['resources'][number];
type ExecHook = NonNullable<ResourceHook['pre']>[number];
type Hook = Service['hooks'][number];
type Checksums = Extract<Service['verification'][number], { check: 'checksums' }>;

/** What runs before and after the copy. */
interface Around {
  readonly pre?: [ExecHook];
  readonly post?: [ExecHook];
}

/** The hooks of the services that a schedule covers, each for the pods of one workload. */
export const backupHooks = (environment: Environment, schedule: Schedule): ResourceHook[] =>
  coveredServices(environment, schedule).flatMap(([name, service]) => [
    ...service.hooks.flatMap((hook) => {
      const around = aroundCopy(hook);
      return around ? [resourceHook(`${name}-${hook.name}`, service, { hook, around })] : [];
    }),
    ...service.verification.flatMap((check) =>
      check.check === 'checksums' ? [canary(name, service, check)] : [],
    ),
  ]);

/** What a restore is compared with: without it nobody could tell an old copy, but the copy is made. */
const canary = (name: string, service: Service, check: Checksums): ResourceHook => {
  const { volume, path, manifest, within } = check;
  const words = [path, manifest, String(within.seconds)];
  return resourceHook(`${name}-canary-of-${volume}`, service, {
    hook: check,
    around: { pre: [exec({ ...check, onError: 'continue' }, shell('write-canary', ...words))] },
  });
};

interface HookOfWorkload {
  readonly hook: Pick<Hook, 'workload'>;
  readonly around: Around;
}

function resourceHook(
  name: string,
  service: Service,
  { hook, around }: HookOfWorkload,
): ResourceHook {
  const workload = service.workloads.find((candidate) => candidate.name === hook.workload);
  return {
    name,
    includedNamespaces: [service.namespace],
    includedResources: ['pods'],
    labelSelector: { matchLabels: workload?.podLabels ?? {} },
    ...around,
  };
}

function aroundCopy(hook: Hook): Around | undefined {
  if (hook.kind === 'mysql-read-lock') {
    const seconds = String(hook.holdAtMost.seconds);
    return {
      pre: [exec(hook, shell('hold-read-lock', seconds, ...hook.client))],
      post: [exec(hook, shell('release-read-lock'))],
    };
  }
  if (hook.when === 'after-restore') return undefined;
  return hook.when === 'before-backup'
    ? { pre: [exec(hook, hook.command)] }
    : { post: [exec(hook, hook.command)] };
}

const exec = (
  hook: Pick<Hook, 'container' | 'onError' | 'timeout'>,
  command: string[],
): ExecHook => ({
  exec: {
    container: hook.container,
    command,
    onError: hook.onError === 'fail' ? 'Fail' : 'Continue',
    timeout: goDuration(hook.timeout),
  },
});

/** A script of this project, as an argument: the container has to bring a shell and nothing else. */
const shell = (script: string, ...words: string[]): string[] => [
  '/bin/sh',
  '-c',
  readFileSync(join(import.meta.dirname, '../scripts', `${script}.sh`), 'utf8'),
  script,
  ...words,
];
