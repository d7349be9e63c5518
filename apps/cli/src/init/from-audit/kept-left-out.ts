import type { Audited } from './audited.ts';
import { asFound, type Kept } from './kept.ts';
import { coversAll, type Running } from './kept-schedules.ts';

export interface KeptLeftOut {
  readonly leftOut: Kept['leftOut'];
  readonly notes: readonly string[];
}

/**
 * What every schedule of the whole cluster excludes, and no other schedule holds. What one of them holds, all
 * of them hold once it is declared.
 */
export function keptLeftOut(
  { namespaces, namespace: own = 'velero' }: Audited,
  running: readonly Running[],
): KeptLeftOut {
  const ofCluster = running.filter(coversAll);
  const excluded = [...new Set(ofCluster.flatMap((one) => one.excludedNamespaces))].filter(
    (one) => one !== own,
  );
  const known = new Set(namespaces.map(({ name }) => name));
  const held = new Set(running.flatMap((one) => one.namespaces));
  const isLeftOut = (one: string): boolean =>
    !held.has(one) && ofCluster.every(({ excludedNamespaces }) => excludedNamespaces.includes(one));
  return {
    leftOut: excluded
      .filter((one) => isLeftOut(one) && (!known.has(one) || one.startsWith('kube-')))
      .map((one) => ({
        namespaces: one,
        reason: asFound('the schedules of the whole cluster exclude it'),
      })),
    notes: excluded
      .filter((one) => !isLeftOut(one))
      .map(
        (one) =>
          `The namespace ${one} is excluded by some schedules of the whole cluster: all of them hold it now.`,
      ),
  };
}
