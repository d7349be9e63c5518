import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { synthesised } from './synthesised.ts';

const objects = synthesised(primaryEnvironment());
const standby = synthesised(replicaEnvironment());
const kind = 'ValidatingAdmissionPolicy';

const policies = (all: typeof objects): string[] =>
  Object.keys(all).filter((key) => key.startsWith(`${kind}/`));

test('every policy is bound, denies and leaves a trace', () => {
  for (const key of some(policies(objects))) {
    const name = key.replace(`${kind}/`, '');
    expect(objects[`${kind}Binding/${name}`]?.spec).toEqual({
      policyName: name,
      validationActions: ['Deny', 'Audit'],
    });
    expect(objects[key]?.spec).toMatchObject({ failurePolicy: 'Fail' });
  }
});

test('where nothing is backed up, no backup has to live long', () => {
  const least = `${kind}/resilience-backups-live-long-enough`;
  expect(policies(objects)).toContain(least);
  expect(policies(standby)).toEqual(policies(objects).filter((name) => name !== least));
});

test('a backup lives at least as long as those of the shortest schedule', () => {
  expect(JSON.stringify(objects[`${kind}/resilience-backups-live-long-enough`])).toContain(
    "duration('168h0m0s')",
  );
});

interface Matched {
  readonly matchConstraints: {
    readonly resourceRules: readonly { readonly resources: readonly string[] }[];
  };
}

const resourcesOf = (name: string): readonly string[] => {
  const spec = objects[`${kind}/resilience-${name}`]?.spec as Matched | undefined;
  return (spec?.matchConstraints.resourceRules ?? []).flatMap(({ resources }) => resources);
};

test('what Velero acts on is written by Velero, and volumes are moved by its node-agents as well', () => {
  const state = resourcesOf('state-is-written-by-velero');
  const movements = resourcesOf('movements-are-written-by-velero');
  expect(state).toEqual(
    expect.arrayContaining([
      'backups',
      'backups/status',
      'restores',
      'schedules',
      'backuprepositories',
    ]),
  );
  expect(movements).toEqual(
    expect.arrayContaining(['podvolumebackups', 'datauploads', 'datauploads/status']),
  );
  expect(movements.filter((each) => state.includes(each))).toEqual([]);
});

test('protected are the namespaces of services and of the platform', () => {
  const message = (all: typeof objects): string =>
    JSON.stringify(all[`${kind}/resilience-restores-are-approved`]);
  expect(message(objects)).toContain('Protected: argocd, kube-system, monitoring, shop, velero.');
  expect(message(standby)).toContain('Protected: argocd, kube-system, monitoring, velero.');
});
