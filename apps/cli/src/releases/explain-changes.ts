import { compareVersions } from '../render/layer-file.ts';
import { releases } from './index.ts';

/** Files of one environment that an upgrade changed, and why. */
export interface ExplainedChanges {
  /** The release that changed them; undefined for what no release explains. */
  readonly version: string | undefined;
  readonly why: string;
  /** Below `rendered`. */
  readonly files: readonly string[];
}

const unexplained = 'no release names these files: look at the declaration and at git diff';

/**
 * Groups changed files by the release that explains them.
 *
 * @param from the version that rendered the environment before
 * @param files paths below `rendered`
 */
export function explainChanges(from: string, files: readonly string[]): ExplainedChanges[] {
  const known = releases
    .filter(({ version }) => compareVersions(version, from) > 0)
    .flatMap(({ version, rendered }) => rendered.map((change) => ({ version, ...change })));
  const groups = new Map<string, { version: string | undefined; why: string; files: string[] }>();
  for (const file of files) {
    const found = known.find((change) => change.files.test(file));
    const { version, why } = found ?? { version: undefined, why: unexplained };
    const group = groups.get(why) ?? { version, why, files: [] };
    group.files.push(file);
    groups.set(why, group);
  }
  return [...groups.values()];
}
