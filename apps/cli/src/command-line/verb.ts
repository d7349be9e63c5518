import type { Answer } from '../answer.ts';
import type { Verbatim } from '../verbatim.ts';
import type { Flag, NameKind } from './flag.ts';

/** What stands behind a verb, without a flag. */
export interface Argument {
  readonly name: string;
  readonly text: string;
  readonly optional?: boolean;
  readonly names?: NameKind;
  readonly choices?: readonly string[];
  /** Whether it may be left out, or stand several times. */
  readonly many?: boolean;
}

/** What an action is called with, beside its flags. */
interface Call {
  /** The arguments, in their order. */
  readonly words: readonly string[];
  readonly tree: Tree;
  /** Whether a machine reads the answer: nobody is asked. */
  readonly json: boolean;
}

export interface Verb {
  readonly summary: string;
  readonly arguments?: readonly Argument[];
  /** By the doer's properties. */
  readonly flags: Readonly<Record<string, Flag>>;
  /** On a terminal, a person is asked for what is required, and for these flags. */
  readonly asks?: readonly string[];
  /** Commands that can be pasted, each after `resilience`; one that begins with `$` stands by itself. */
  readonly examples?: readonly string[];
  readonly notes?: string;
  /** The keys of the result that `--json` prints, and what each holds. */
  readonly result: Readonly<Record<string, string>>;
  /** Loads the doer, which only this verb needs. */
  run(flags: object, call: Call): Promise<Answer | Verbatim>;
}

interface VerbOf<Flags extends object, Result> extends Omit<Verb, 'flags' | 'result' | 'run'> {
  readonly flags: { readonly [Name in keyof Flags]-?: Flag<Flags[Name]> };
  readonly result: { readonly [Key in keyof Result]-?: string };
  run(flags: Flags, call: Call): Promise<Answer<Result> | Verbatim<Result>>;
}

/** A verb whose flags and result are those of its doer: the compiler misses each that is not described. */
export const verb = <Flags extends object, Result>(of: VerbOf<Flags, Result>): Verb => of;

/** Verbs that stand behind a common word, such as `backup list`. */
export interface Group {
  readonly summary: string;
  readonly verbs: Readonly<Record<string, Verb>>;
}

export type Tree = Readonly<Record<string, Verb | Group>>;

export const isGroup = (node: Verb | Group): node is Group => 'verbs' in node;

/** Every verb with its words, such as `backup list`. */
export const verbsOf = (tree: Tree): (readonly [words: string, verb: Verb])[] =>
  Object.entries(tree).flatMap(([name, node]) =>
    isGroup(node)
      ? Object.entries(node.verbs).map(([word, one]) => [`${name} ${word}`, one] as const)
      : [[name, node] as const],
  );
