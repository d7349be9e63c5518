import { equal, ok } from 'node:assert/strict';

import type { Cluster } from '../platform/cluster.ts';
import type { ProtectedService, State } from '../services/service.ts';

/**
 * Compares a service's data after a recovery with what it was.
 *
 * @param held what a backup holds at the least: its sum was taken before it began
 * @param disasterAt in milliseconds
 * @returns milliseconds before the disaster of which what was written is gone
 * @throws when what the backup holds has changed, or anything is damaged
 */
export async function lossOf(
  { kubectl }: Cluster,
  service: ProtectedService,
  { held, disasterAt }: { readonly held: State; readonly disasterAt: number },
): Promise<number> {
  equal(await service.damage(kubectl), undefined);
  equal((await service.look(kubectl, held.newest)).sum, held.sum, `${service.name} has changed`);
  const newest = await service.newestBefore(kubectl, disasterAt);
  const { writtenAt } = await service.look(kubectl, newest);
  ok(Number.isFinite(writtenAt), `nobody knows when the newest of ${service.name} was written`);
  const loss = disasterAt - writtenAt;
  ok(loss >= 0, `the newest of ${service.name} was written ${-loss} ms after the disaster`);
  return loss;
}
