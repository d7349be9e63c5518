import { dashed } from '../command-line/commander.ts';
import type { Flag, NameKind } from '../command-line/flag.ts';
import { isGroup, type Tree, type Verb } from '../command-line/verb.ts';

/** What a shell can put behind the words that are there. */
export interface Candidate {
  readonly word: string;
  /** Empty for names, which say enough. */
  readonly text: string;
}

/** Looks names up, of the environment that is named where they are names of its own. */
export type LookUp = (kind: NameKind, env: string | undefined) => Promise<readonly string[]>;

/** @param words behind `resilience`; the last one is not complete, and may be empty */
export async function candidatesFor(
  tree: Tree,
  words: readonly string[],
  lookUp: LookUp,
): Promise<readonly Candidate[]> {
  const begun = words.at(-1) ?? '';
  const found = await allAt(tree, words.slice(0, -1), { begun, lookUp });
  return found.filter(({ word }) => word.startsWith(begun));
}

interface Typed {
  readonly begun: string;
  readonly lookUp: LookUp;
}

async function allAt(tree: Tree, before: readonly string[], typed: Typed): Promise<Candidate[]> {
  const [first, second, ...rest] = before;
  if (first === undefined) return summaries(tree);
  if (first === 'help') return helped(tree, second);
  const node = tree[first];
  if (!node) return [];
  if (!isGroup(node)) return behind(node, before.slice(1), typed);
  if (second === undefined) return summaries(node.verbs);
  const verb = node.verbs[second];
  return verb ? behind(verb, rest, typed) : [];
}

function helped(tree: Tree, verb: string | undefined): Candidate[] {
  const node = verb === undefined ? undefined : tree[verb];
  if (verb === undefined) return summaries(tree);
  return node && isGroup(node) ? summaries(node.verbs) : [];
}

const summaries = (nodes: Readonly<Record<string, { readonly summary: string }>>): Candidate[] =>
  Object.entries(nodes).map(([word, { summary }]) => ({ word, text: summary }));

/** A value where a flag waits for one, else a flag or an argument. */
async function behind(
  verb: Verb,
  before: readonly string[],
  { begun, lookUp }: Typed,
): Promise<Candidate[]> {
  const env = valueOf(before, '--env') ?? process.env['RESILIENCE_ENV'];
  const last = flagOf(verb, before.at(-1));
  if (last?.value !== undefined) return named(last, env, lookUp);
  if (begun.startsWith('-')) return flagsOf(verb, before);
  const argument = verb.arguments?.[argumentsIn(verb, before)];
  return argument ? named(argument, env, lookUp) : flagsOf(verb, before);
}

const valueOf = (words: readonly string[], flag: string): string | undefined => {
  const at = words.indexOf(flag);
  return at < 0 ? undefined : words[at + 1];
};

const flagOf = (verb: Verb, word: string | undefined): Flag | undefined =>
  Object.entries(verb.flags).find(([name]) => word === `--${dashed(name)}`)?.[1];

/** How many of the words are arguments of the verb, and neither flags nor values of flags. */
const argumentsIn = (verb: Verb, words: readonly string[]): number =>
  words.filter(
    (word, index) => !word.startsWith('-') && flagOf(verb, words[index - 1])?.value === undefined,
  ).length;

interface Named {
  readonly choices?: readonly string[];
  readonly names?: NameKind;
}

async function named(
  { choices, names }: Named,
  env: string | undefined,
  lookUp: LookUp,
): Promise<Candidate[]> {
  const words = choices ?? (names ? await lookUp(names, env) : []);
  return words.map((word) => ({ word, text: '' }));
}

const flagsOf = (verb: Verb, before: readonly string[]): Candidate[] =>
  [
    ...Object.entries(verb.flags).map(([name, { text }]) => ({ word: `--${dashed(name)}`, text })),
    { word: '--json', text: 'print one JSON object for a machine' },
    { word: '--help', text: 'display help' },
  ].filter(({ word }) => !before.includes(word));
