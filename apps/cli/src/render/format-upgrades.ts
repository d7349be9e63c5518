import { layerVersion } from '../layer-version.ts';
import { explainChanges } from '../releases/explain-changes.ts';
import type { FileChange } from './file-change.ts';

/**
 * Says why rendered files change that another version of the layer has rendered.
 *
 * @param before the version that rendered each environment, by its name
 * @returns paragraphs, each after an empty line; nothing where no environment is upgraded
 */
export const formatUpgrades = (
  before: ReadonlyMap<string, string | undefined>,
  files: readonly FileChange[],
): string =>
  [...before]
    .flatMap(([environment, version]) =>
      version === undefined || version === layerVersion()
        ? []
        : [formatUpgrade(environment, version, files)],
    )
    .map((paragraph) => `\n\n${paragraph}`)
    .join('');

function formatUpgrade(environment: string, from: string, files: readonly FileChange[]): string {
  const folder = `environments/${environment}/rendered/`;
  const below = files
    .filter(({ path }) => path.startsWith(folder))
    .map(({ path }) => path.slice(folder.length));
  return [
    `${environment} was rendered by ${from}, and now by ${layerVersion()}; CHANGELOG.md says what to do before the merge`,
    ...explainChanges(from, below).map(
      ({ version, why, files: { length } }) =>
        `  ${String(length).padStart(4)} ${length === 1 ? 'file ' : 'files'}  ${version ? `${version}: ` : ''}${why}`,
    ),
  ].join('\n');
}
