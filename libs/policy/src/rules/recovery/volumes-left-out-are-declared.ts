import { volumesLeftOut } from '@resilience/config/left-out';
import { claimSelector, coveredServices, selectorOf } from '@resilience/config/volumes';
import { z } from 'zod';

import { schedulesBy, skipped, volumePolicies } from '../../detect/volume-policies.ts';
import { type Declared, rule, type Violation, violation } from '../../rule.ts';

const at = ['data', 'policies.yaml'];

export const volumesLeftOutAreDeclared = rule({
  id: 'recovery/volumes-left-out-are-declared',
  severity: 'error',
  why: 'A volume that a backup skips without a declared reason is believed to be safe until it is needed.',
  source: 'https://velero.io/docs/v1.18/resource-filtering/#supported-volumepolicy-actions',
  declaredAt: 'leftOut',
  appliesTo: volumePolicies,
  shape: z.looseObject({ data: z.looseObject({ 'policies.yaml': z.string() }) }),
  check: ({ data }, { object, rendered, declaration }) => {
    const left = skipped(data['policies.yaml']);
    if (!left) return [unreadable(data['policies.yaml'])];
    const declared = declaredSkips(declaration, schedulesBy(rendered, object.name));
    const found = left.flatMap(partsOf);
    return [
      ...found.filter((one) => !declared.includes(one)).map(undeclared),
      ...declared.filter((one) => !found.includes(one)).map(unskipped),
    ];
  },
});

/** `claims with the labels app=orders`, `the storage class local-path` */
const ofLabels = (selector: string): string => `claims with the labels ${selector}`;
const ofClass = (name: string): string => `the storage class ${name}`;

/** Each storage class by itself; any other condition, alone or beside these, is one that nobody can declare. */
function partsOf({ pvcLabels, storageClass, ...others }: SkippedBy): string[] {
  const isAlone = Object.keys(others).length === 0;
  if (isAlone && pvcLabels && !storageClass) return [ofLabels(selectorOf(pvcLabels))];
  if (isAlone && storageClass && !pvcLabels) return storageClass.map(ofClass);
  return [`volumes by ${JSON.stringify({ pvcLabels, storageClass, ...others })}`];
}

type SkippedBy = NonNullable<ReturnType<typeof skipped>>[number];

/** All that policies of these schedules leave out, by the declaration. */
function declaredSkips(declaration: Declared, names: readonly string[]): string[] {
  const schedules = names.flatMap((name) => declaration.schedules[name] ?? []);
  const volumes = schedules
    .flatMap((schedule) => coveredServices(declaration, schedule))
    .flatMap(([, service]) => Object.values(service.volumes))
    .filter(({ backup }) => backup.method === 'skip');
  const anywhere = volumesLeftOut(declaration).map(({ volumes: of }) =>
    'storageClass' in of ? ofClass(of.storageClass) : ofLabels(selectorOf(of.claimLabels)),
  );
  return [...new Set([...volumes.map((volume) => ofLabels(claimSelector(volume))), ...anywhere])];
}

const undeclared = (volumes: string): Violation =>
  violation(`leaves out ${volumes}, and nobody declares that`, {
    at,
    expected: "a reason in leftOut, or { method: 'skip', reason: '…' } at the volume of a service",
    received: volumes,
  });

const unskipped = (volumes: string): Violation =>
  violation(`backs up ${volumes}, against the declaration`, {
    at,
    expected: `a policy that skips ${volumes}`,
    received: undefined,
  });

const unreadable = (received: string): Violation =>
  violation('has no policies that can be judged', {
    at,
    expected: 'a document of Velero with volumePolicies',
    received,
  });
