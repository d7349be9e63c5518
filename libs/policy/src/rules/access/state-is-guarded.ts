import { z } from 'zod';

import type { Rendered } from '../../rendered.ts';
import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

/** What Velero acts on, whoever wrote it. */
const acted = [
  'backuprepositories',
  'backups',
  'backupstoragelocations',
  'datadownloads',
  'datauploads',
  'deletebackuprequests',
  'podvolumebackups',
  'podvolumerestores',
  'restores',
  'schedules',
];

const policy = z.looseObject({
  metadata: z.looseObject({ name: z.string() }),
  spec: z.looseObject({
    failurePolicy: z.string().default('Fail'),
    matchConstraints: z.looseObject({
      resourceRules: z.array(
        z.looseObject({ resources: z.array(z.string()), operations: z.array(z.string()) }),
      ),
    }),
    validations: z.array(z.looseObject({ expression: z.string() })),
  }),
});

const binding = z.looseObject({
  spec: z.looseObject({ policyName: z.string(), validationActions: z.array(z.string()) }),
});

export const stateIsGuarded = rule({
  id: 'access/state-is-guarded',
  severity: 'error',
  why: 'No status of Velero is a subresource: one patch makes a backup expire, and Velero deletes it.',
  source: 'https://velero.io/docs/v1.18/api-types/backup/',
  declaredAt: 'velero',
  appliesTo: kind('velero.io/BackupStorageLocation'),
  shape: z.unknown(),
  check: (_, { rendered }) => {
    const guarded = guardedIn(rendered);
    return acted
      .filter((resource) => !guarded.has(resource))
      .map((resource) =>
        violation(`stands in a cluster where the status of ${resource} can be written by anybody`, {
          at: [],
          expected: `a bound ValidatingAdmissionPolicy that fails closed and compares the status of ${resource} on UPDATE`,
          received: undefined,
        }),
      );
  },
});

/** What a policy in force compares the status of. */
function guardedIn(rendered: Rendered): Set<string> {
  const denying = new Set(
    rendered
      .of('admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding')
      .flatMap(({ value }) => binding.safeParse(value).data ?? [])
      .filter(({ spec }) => spec.validationActions.includes('Deny'))
      .map(({ spec }) => spec.policyName),
  );
  return new Set(
    rendered
      .of('admissionregistration.k8s.io/ValidatingAdmissionPolicy')
      .flatMap(({ value }) => policy.safeParse(value).data ?? [])
      .filter(({ metadata, spec }) => denying.has(metadata.name) && spec.failurePolicy === 'Fail')
      .filter(({ spec }) =>
        spec.validations.some(({ expression }) =>
          expression.includes('object.status == oldObject.status'),
        ),
      )
      .flatMap(({ spec }) => spec.matchConstraints.resourceRules)
      .filter(({ operations }) => operations.includes('UPDATE'))
      .flatMap(({ resources }) => resources),
  );
}
