import { cel, type Guard } from './guard.ts';

/** What Velero finds its objects by, and what this layer finds them by. */
const prefixes = ['velero.io/', 'resilience-layer/'];

/** Who takes objects away after their owners. @see https://kubernetes.io/docs/concepts/architecture/garbage-collection/ */
const collectors = [
  'system:serviceaccount:kube-system:generic-garbage-collector',
  'system:kube-controller-manager',
];

/**
 * What holds for objects that Velero acts on: it believes their state, whoever wrote it. No status is a
 * subresource in all of Velero 1.18, so that who may label an object may also make it expire.
 *
 * @param changedInGit kinds whose spec is ArgoCD's to change
 * @see https://github.com/vmware-tanzu/velero/blob/v1.18.1/pkg/controller/gc_controller.go
 */
export const writtenByVelero = (changedInGit: readonly string[]): Guard['validations'] => [
  {
    expression: `${orUpdate} || request.resource.resource in ${cel(changedInGit)} || ${same('spec')}`,
    message:
      'Velero alone changes the spec of what it was asked for: leave it, and make another object by another name.',
  },
  {
    expression: `request.operation == 'UPDATE' ? ${same('status')} : (!has(object.status) || object.status == {})`,
    message:
      'Velero alone writes a status, as it acts on it: a backup expires, or a restore runs again, by what stands there.',
  },
  {
    expression: `${orUpdate} || request.resource.resource in ${cel(changedInGit)} || (${kept('labels')} && ${kept('annotations')})`,
    message: `Labels and annotations that begin with ${prefixes.join(' or ')} stay as they are: Velero and the runbooks find objects by them.`,
  },
  {
    expression: `${orUpdate} || request.userInfo.username in ${cel(collectors)} || ${same('metadata.ownerReferences')}`,
    message: 'Owners stay as they are: an object goes with its owner.',
  },
];

const orUpdate = "request.operation != 'UPDATE'";

/** There in both and equal, or in neither. */
function same(field: string): string {
  return `(has(object.${field}) ? has(oldObject.${field}) && object.${field} == oldObject.${field} : !has(oldObject.${field}))`;
}

/** Of labels or annotations, those with a prefix are in both, and equal. */
function kept(field: string): string {
  return `${within('object', 'oldObject', field)} && ${within('oldObject', 'object', field)}`;
}

function within(one: string, other: string, field: string): string {
  const [from, to] = [`${one}.metadata.${field}`, `${other}.metadata.${field}`];
  const ours = prefixes.map((prefix) => `k.startsWith(${cel(prefix)})`).join(' || ');
  return `(!has(${from}) || ${from}.all(k, !(${ours}) || (has(${to}) && k in ${to} && ${to}[k] == ${from}[k])))`;
}
