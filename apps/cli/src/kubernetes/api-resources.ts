import type { Kubectl } from './kubectl.ts';

/** A kind of objects that a cluster knows. */
export interface ApiResource {
  /** Such as `deployments`. */
  readonly name: string;
  /** Such as `apps`; empty for the core. */
  readonly group: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** What kubectl takes, such as `deployments.apps`. */
export const qualified = ({ name, group }: ApiResource): string =>
  group === '' ? name : `${name}.${group}`;

/** All kinds that can be listed. */
export async function apiResources(kubectl: Kubectl): Promise<ApiResource[]> {
  const words = ['api-resources', '--no-headers', '--verbs', 'list'];
  return (await kubectl.text(words))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(toResource);
}

/** Short names, the second column, may be missing: the others are counted from the end. */
function toResource(line: string): ApiResource {
  const cells = line.trim().split(/\s+/);
  const [version = '', namespaced, kind = ''] = cells.slice(-3);
  const group = version.includes('/') ? version.slice(0, version.indexOf('/')) : '';
  return { name: cells[0] ?? '', group, kind, namespaced: namespaced === 'true' };
}
