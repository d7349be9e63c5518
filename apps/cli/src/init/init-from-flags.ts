import type { Answer } from '../answer.ts';
import { refuseProblems } from '../refusal.ts';
import { repositoryRoot } from '../repository-root.ts';
import { type Given, judgeAnswers, readAnswers, withUsual } from './given-answers.ts';
import type { Initialised } from './format-initialised.ts';
import { init } from './init.ts';
import type { InitFlags } from './init-flags.ts';
import { makeRoom } from './room.ts';

/**
 * Does what `resilience init` promises.
 *
 * @param mayAsk whether a person may be asked on a terminal
 */
export async function initFromFlags(
  flags: InitFlags,
  mayAsk: boolean,
): Promise<Answer<Initialised>> {
  const { answers: file, fromAudit, removeSample = false, dryRun = false, ...words } = flags;
  const found = await foundAt(fromAudit);
  const given = {
    // The audit says which services there are.
    ...(found && { services: [] }),
    ...(file === undefined ? {} : readAnswers(file)),
    ...fromWords(words),
  };
  const usual = withUsual(repositoryRoot, found?.known ?? {});
  const isAsked = mayAsk && process.stdin.isTTY && process.stderr.isTTY;
  // Nobody answers questions for nothing.
  if (isAsked) await makeRoom(repositoryRoot, removeSample);
  // Loaded where somebody can be asked.
  const all = isAsked ? await (await import('./ask-answers.ts')).askAnswers(given, usual) : given;
  const judged = judgeAnswers({ ...usual, ...all }, file ?? '');
  if (!judged.ok) return refuseProblems(judged.problems);
  const kept = found?.keep(judged.answers);
  return init(judged.answers, {
    root: repositoryRoot,
    removeSample,
    dryRun,
    ...(kept && { kept }),
  });
}

/** What an audit found, where one is asked for; its code is loaded then alone. */
async function foundAt(path: string | undefined) {
  if (path === undefined) return undefined;
  const { foundBy } = await import('./from-audit/found-by.ts');
  return foundBy(path);
}

/** Words of the command line as the file of answers would hold them. */
function fromWords(words: Given): Given {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, fromWord(key, value)]),
  );
}

function fromWord(key: string, value: unknown): unknown {
  if (key === 'monthlyBudget') return Number(value);
  if (!key.endsWith('Labels') || !Array.isArray(value)) return value;
  return Object.fromEntries(value.map((label: string) => label.split('=', 2)));
}
