import { type Replacement, replaceFiles } from '@resilience/render/replace-files';

import type { Answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import { Progress } from '../progress.ts';
import { formatOptions, formatSource } from '../source/format-source.ts';
import { today } from '../today.ts';
import { tryChanges } from '../trial/try-changes.ts';
import type { Answers } from './answers.ts';
import { environmentSource, standbyName } from './environment-source.ts';
import type { Kept } from './from-audit/kept.ts';
import { markBreaches } from './from-audit/mark-breaches.ts';
import { type Marks, noMarks } from './from-audit/marks.ts';
import { formatInitialised, type Initialised } from './format-initialised.ts';
import { organisationSource } from './organisation-source.ts';
import { keptParts, usualParts } from './parts.ts';
import { policySource } from './policy-source.ts';
import { makeRoom } from './room.ts';
import { standbySource } from './standby-source.ts';

export interface InitOptions {
  /** The repository's folder. */
  readonly root: string;
  /** Takes away the sample that the layer comes with. */
  readonly removeSample: boolean;
  /** Says what would be written, and writes nothing. */
  readonly dryRun: boolean;
  /** What was found, where a declaration of it is asked for. */
  readonly kept?: Kept;
}

/**
 * Declares an organisation and its first environments, after they were loaded, proved, rendered and judged in
 * a scratch folder.
 *
 * @throws {Refusal} where an organisation is declared already, or the sample cannot be taken away
 */
export async function init(
  answers: Answers,
  { root, removeSample, dryRun, kept }: InitOptions,
): Promise<Answer<Initialised>> {
  const removed = await makeRoom(root, removeSample);
  const progress = new Progress(process.stderr);
  const sourcesWith = (marks: Marks) => sourcesOf(root, answers, kept && { kept, marks });
  if (kept) progress.show('proving and judging what was found');
  const marks = kept
    ? await markBreaches(root, async (some) => merged(removed, await sourcesWith(some)))
    : noMarks;
  const written = await sourcesWith(marks);
  const changes = merged(removed, written);
  progress.show('rendering and judging what is declared');
  const { brought, changed } = await tryChanges(root, [], changes).finally(() => progress.clear());
  if (brought.length === 0 && !dryRun) replaceFiles(root, changes);
  const result: Initialised = {
    answers,
    environments: changed.map(({ name }) => name),
    written: written.map(({ file }) => file),
    removed: changes.filter(({ after }) => after === undefined).length,
    problems: brought,
    isWritten: brought.length === 0 && !dryRun,
    ...(kept && { kept: { notes: kept.notes, ...marks } }),
  };
  return {
    code: brought.length === 0 ? exitCode.fine : exitCode.unusable,
    result,
    text: () => formatInitialised(result),
  };
}

interface Found {
  readonly kept: Kept;
  readonly marks: Marks;
}

async function sourcesOf(root: string, answers: Answers, found?: Found): Promise<Replacement[]> {
  const parts = found ? keptParts(answers, today(), found) : usualParts(answers, today());
  const options = await formatOptions(root);
  const sources: Record<string, string> = {
    'environments/organisation.ts': organisationSource(answers),
    'environments/policy.ts': policySource(answers, found?.marks),
    [`environments/${answers.environment}/config.ts`]: environmentSource(answers, parts),
  };
  if (answers.drCluster !== 'none') {
    const standby = standbyName(answers);
    sources[`environments/${standby}/config.ts`] = standbySource({
      ...answers,
      standby,
      drilled: parts.drilled,
    });
  }
  return Promise.all(
    Object.entries(sources).map(async ([file, text]) => ({
      file,
      before: undefined,
      after: await formatSource(file, text, options),
    })),
  );
}

/** A file that is taken away and written is replaced. */
const merged = (
  removed: readonly Replacement[],
  written: readonly Replacement[],
): Replacement[] => [
  ...removed.filter(({ file }) => !written.some((one) => one.file === file)),
  ...written.map((one) => ({
    ...one,
    before: removed.find(({ file }) => file === one.file)?.before,
  })),
];
