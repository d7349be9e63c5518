import { listEnvironments } from '@resilience/config/load';

import { exitCode } from '../exit-code.ts';
import { openEnvironments } from '../in-environment.ts';
import { Progress } from '../progress.ts';
import { repositoryRoot } from '../repository-root.ts';
import { today } from '../today.ts';
import type { Verbatim } from '../verbatim.ts';
import { baseCommit } from './base-commit.ts';
import { inBaseTree } from './base-tree.ts';
import { compareSides } from './compare-sides.ts';
import type { Diff, DiffFlags } from './diff-flags.ts';
import { formatMarkdown } from './format-markdown.ts';
import { formatText } from './format-text.ts';
import { weakerIn } from './sections.ts';

/**
 * Compares the files of the repository with a commit, by what they mean.
 *
 * @param asked a revision as git takes it; undefined for where HEAD left the default branch
 * @throws {Refusal} where a side cannot be read
 */
export async function diff(
  asked: string | undefined,
  { env, format, failOnWeaker }: DiffFlags,
): Promise<Verbatim<Diff>> {
  const root = repositoryRoot;
  // What is asked for and is not sound is refused before anything is compared.
  const declared = listEnvironments(root).filter((name) => env?.includes(name));
  if (declared.length > 0) await openEnvironments(declared);
  const base = baseCommit(root, asked);
  const progress = new Progress(process.stderr);
  const result = await inBaseTree(root, base.commit, (tree) =>
    compareSides(
      { root, base, tree },
      { env, today: today(), onProgress: (text) => progress.show(text) },
    ),
  );
  progress.clear();
  const isWeaker = weakerIn(result).length > 0;
  return {
    code: failOnWeaker && isWeaker ? exitCode.findings : exitCode.fine,
    result,
    text: () => (format === 'markdown' ? formatMarkdown(result) : formatText(result)),
    verbatim: format === 'markdown',
  };
}
