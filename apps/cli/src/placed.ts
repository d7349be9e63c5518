import type { Place, Problem } from '@resilience/config/problem';

type Placed = Place & Pick<Problem, 'file' | 'places'>;

/**
 * Problems or findings with their places in the declaration; the code that reads them is loaded when
 * something is wrong.
 *
 * @param root the repository's folder
 */
export async function placed<One extends Placed>(
  root: string,
  found: readonly One[],
): Promise<readonly (One & Place)[]> {
  if (found.length === 0) return [];
  const { located } = await import('@resilience/config/locate');
  return located(root, found);
}
