import type { Manifest } from '../apiserver/client.ts';
import type { Cluster } from '../platform/cluster.ts';
import { resultsOf } from '../velero/results.ts';
import { assertTold } from './told.ts';

/**
 * How a restore tells that something of it is missing.
 *
 * @param phase in which it ended
 * @param named what its warnings and errors have to name
 * @throws when it tells of success, and does not name what is missing either
 */
export async function told(
  cluster: Cluster,
  restore: Manifest,
  phase: string,
  named: RegExp,
): Promise<string> {
  if (phase !== 'Completed') return assertTold('the restore', phase);
  const { text, warnings, errors } = await resultsOf(cluster, restore);
  if (!named.test(text)) {
    throw new Error(`the restore is Completed, and does not name ${String(named)}: ${text}`);
  }
  return `the restore is Completed, with ${warnings} warnings and ${errors} errors that name it: the checks of a drill decide`;
}
