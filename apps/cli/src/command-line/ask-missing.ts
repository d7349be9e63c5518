import { Command } from 'commander';

import type { LookUp } from '../completion/candidates.ts';
import { Refusal } from '../refusal.ts';
import { commandOf } from './asked-for.ts';
import { bracketed, dashed, optionOf } from './commander.ts';
import type { Flag } from './flag.ts';
import { type Argument, type Tree, type Verb, verbsOf } from './verb.ts';

/** Answers a question; undefined where nothing is said. */
export type Ask = (question: Question) => Promise<string | undefined>;

export interface Question {
  readonly message: string;
  readonly required: boolean;
  /** One of these, where there are any. */
  readonly choices: readonly string[];
}

interface Asking {
  /** Names that there are, such as those of the environments. */
  readonly lookUp: LookUp;
  readonly ask: Ask;
}

/**
 * Asks a person for what a verb needs and the command line leaves out, and for the flags that the verb asks about.
 *
 * @returns the command line with the answers
 */
export async function askMissing(
  tree: Tree,
  words: readonly string[],
  { lookUp, ask }: Asking,
): Promise<readonly string[]> {
  const command = commandOf(tree, words);
  const verb = verbsOf(tree).find(([name]) => name === command)?.[1];
  if (!verb?.asks || words.includes('--help') || words.includes('-h')) return words;
  const rest = words.slice(command.split(' ').length);
  const { args, flags } = leniently(verb, rest);
  const answered = [...words];
  for (const argument of (verb.arguments ?? []).slice(args.length)) {
    const answer = await ask(await questionOf(argument, true, lookUp));
    if (answer !== undefined) answered.push(answer);
  }
  for (const [name, flag] of Object.entries(verb.flags)) {
    const required = flag.required === true;
    if (flags[name] !== undefined || (!required && !verb.asks.includes(name))) continue;
    const answer = await ask(await questionOf(flag, required, lookUp));
    if (answer !== undefined) answered.push(`--${dashed(name)}`, ...answersOf(flag, answer));
  }
  return answered;
}

const questionOf = async (
  { text, choices, names }: Argument | Flag,
  required: boolean,
  lookUp: LookUp,
): Promise<Question> => ({
  message: `${text.charAt(0).toUpperCase()}${text.slice(1)}?`,
  required,
  choices: choices ?? (names ? await lookUp(names, undefined) : []),
});

const answersOf = ({ value }: Flag, answer: string): string[] =>
  value?.includes('...') ? answer.split(/[\s,]+/).filter((word) => word !== '') : [answer];

/** What is given already; a flag that is wrong is reported by the command line itself. */
function leniently(verb: Verb, words: readonly string[]) {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  for (const argument of verb.arguments ?? []) {
    command.argument(bracketed({ ...argument, optional: true }));
  }
  for (const [name, flag] of Object.entries(verb.flags)) {
    command.addOption(optionOf(name, { ...flag, required: false }));
  }
  try {
    command.parse(words, { from: 'user' });
  } catch {
    return { args: verb.arguments?.map(({ name }) => name) ?? [], flags: given(verb) };
  }
  return { args: command.args, flags: command.opts<Record<string, unknown>>() };
}

/** Nothing is asked where the command line cannot be understood. */
const given = (verb: Verb): Record<string, unknown> =>
  Object.fromEntries(Object.keys(verb.flags).map((name) => [name, true]));

/** @throws {Refusal} when the person ends it */
export const askOnTerminal: Ask = async ({ message, required, choices }) => {
  const prompts = await import('@clack/prompts');
  const answer =
    choices.length > 0
      ? await prompts.select({
          message,
          options: [
            ...(required ? [] : [{ value: '', label: 'the usual one' }]),
            ...choices.map((value) => ({ value, label: value })),
          ],
          output: process.stderr,
        })
      : await prompts.text({
          message,
          validate: (word = '') => (word === '' && required ? 'expected an answer' : undefined),
          output: process.stderr,
        });
  if (prompts.isCancel(answer)) throw new Refusal('ended by you: nothing was written');
  return answer === '' ? undefined : answer;
};
