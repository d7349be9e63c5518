import { isPattern, namespacesLeftOut } from '../left-out.ts';
import type { Check } from './check.ts';

/** From this version on, patterns leave everything out that they match. */
const since = [1, 18, 3] as const;

/**
 * Velero takes patterns from 1.18 on; until 1.18.3 it still reads namespaces that they leave out, and a
 * backup ends PartiallyFailed when one of those is gone meanwhile.
 *
 * @see https://github.com/velero-io/velero/issues/9980
 * @see https://github.com/velero-io/velero/issues/9563
 */
export const patternsNeedVelero: Check = (declaration) => {
  const version = versionOf(declaration.velero.server);
  if (!version || !isBefore(version, since)) return [];
  return namespacesLeftOut(declaration)
    .filter(({ namespaces }) => isPattern(namespaces))
    .map(({ namespaces, path }) => ({
      path: `${path}.namespaces`,
      code: 'config/patterns-need-velero',
      message: 'is a pattern, which the declared Velero does not leave out reliably',
      expected: `a name, or velero.server of v${since.join('.')} or later`,
      received: `"${namespaces}" with ${declaration.velero.server}`,
      fix: `raise velero.server to v${since.join('.')}, or name each namespace`,
    }));
};

const versionOf = (image: string): number[] | undefined =>
  /:v(\d+)\.(\d+)\.(\d+)/.exec(image)?.slice(1).map(Number);

function isBefore(version: readonly number[], other: readonly number[]): boolean {
  const differs = version.findIndex((part, index) => part !== other[index]);
  return differs !== -1 && (version[differs] ?? 0) < (other[differs] ?? 0);
}
