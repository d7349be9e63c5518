import { formatProblem, type Problem } from '@resilience/config/problem';
import { type Replacement, replaceFiles } from '@resilience/render/replace-files';
import { inScratchRepository } from '@resilience/render/scratch-repository';
import { unifiedDiff } from '@resilience/render/unified-diff';

import type { Answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import { loadPolicy } from '../load-policy.ts';
import { DeclarationEditor } from '../source/declaration-editor.ts';
import { type Looked, lookAt } from '../trial/look-at.ts';
import { tryChanges } from '../trial/try-changes.ts';
import type { Added } from './add-flags.ts';
import type { Addition, Declared } from './addition.ts';
import { formatEffects } from './format-effects.ts';

export interface AddOptions {
  /** The repository's folder. */
  readonly root: string;
  /** Whether to write, by who has seen the diff and what the proof says. */
  readonly agreed: (shown: string) => Promise<boolean>;
}

/**
 * Adds one thing to declarations, after they were loaded, proved, rendered and judged with it in a scratch
 * folder.
 *
 * @throws {Refusal} where it cannot be added
 */
export async function add(
  make: (declared: Declared) => Addition | Promise<Addition>,
  { root, agreed }: AddOptions,
): Promise<Answer<Added>> {
  // In copies: the repository's own modules may have been loaded before they were changed.
  const before = await inScratchRepository(root, [], lookAt);
  const policy = () => inScratchRepository(root, [], loadPolicy);
  const {
    title,
    edit,
    files = [],
    notes = [],
  } = await make({ root, environments: before, policy });
  const editor = await DeclarationEditor.of(root);
  await edit(editor);
  const changes = [...files, ...(await editor.changes())];
  const { brought, known, changed } = await tryChanges(root, before, changes);
  const shown = show({ changes, before, changed, known });
  const isWritten = brought.length === 0 && (await agreed(shown));
  if (isWritten) replaceFiles(root, changes);
  const result: Added = {
    title,
    diff: diffOf(changes),
    environments: changed.map(({ name }) => name),
    problems: brought,
    notes,
    isWritten,
  };
  return {
    code: brought.length === 0 ? exitCode.fine : exitCode.unusable,
    result,
    text: () => [shown, conclusion(result)].join('\n\n'),
  };
}

interface Seen {
  readonly changes: readonly Replacement[];
  readonly before: readonly Looked[];
  readonly changed: readonly Looked[];
  readonly known: readonly Problem[];
}

const show = ({ changes, before, changed, known }: Seen): string =>
  [
    diffOf(changes),
    ...changed.flatMap((after) =>
      formatEffects(
        before.find(({ name }) => name === after.name),
        after,
      ),
    ),
    ...(known.length > 0
      ? [`${known.length} problems were there before: "npm run render" and "check" show them.`]
      : []),
  ].join('\n');

const diffOf = (changes: readonly Replacement[]): string =>
  changes
    .map(({ file, before, after }) => {
      const at = file.lastIndexOf('/');
      return unifiedDiff(file.slice(0, at), { path: file.slice(at + 1), before, after });
    })
    .join('');

function conclusion({ title, problems, notes, isWritten }: Added): string {
  if (problems.length > 0) {
    return [...problems.map(formatProblem), 'Nothing was written.'].join('\n\n');
  }
  if (!isWritten) return 'Nothing was written.';
  return [`Added ${title}. Next: npm run render, then npm run resilience -- check.`, ...notes].join(
    '\n',
  );
}
