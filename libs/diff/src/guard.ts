import type { Environment } from '@resilience/config/environment';
import type { Rendered } from '@resilience/policy/rendered';

import type { Revision } from './revision.ts';

/** Something that protects what is backed up, or a grant that exempts from it. */
export interface Guard {
  /** Its place in the declaration, or the rendered file that it is in. */
  readonly path: string;
  /** Tells apart what stands at one place. */
  readonly id?: string;
  /** What it stays, whatever file it moves to; the place and the id where it is left out. */
  readonly key?: string;
  /** Other places without which it could not be there. */
  readonly within?: readonly string[];
  /** The subject of the sentence: what is alike of several subjects is said once. */
  readonly subject: string;
  /** Where the sentence has a second name, such as a disaster. */
  readonly case?: string;
  /** The more, the better it protects. */
  readonly strength: number;
  /** As the sentence says it. */
  readonly value: string;
}

/** All that one sentence says. */
export interface Said {
  /** Such as `orders and catalog`. */
  readonly names: string;
  readonly many: boolean;
  readonly cases: string;
  readonly manyCases: boolean;
  /** Undefined where it was not there. */
  readonly before: string | undefined;
  /** Undefined where it is gone. */
  readonly after: string | undefined;
}

/** One kind of guard in a source, and how a change of it is said. */
export interface Weakening<Source = Revision> {
  readonly id: string;
  /** What it means that a guard is not there; `unsaid` where another kind says that it is gone. */
  readonly absence: 'weakest' | 'strongest' | 'neutral' | 'unsaid';
  /** @returns undefined where the source does not show it */
  readonly guards: (source: Source) => readonly Guard[] | undefined;
  readonly sentence: (said: Said) => string;
}

type Definition<Source> = Omit<Weakening, 'guards'> & {
  readonly guards: (source: Source) => readonly Guard[];
};

/** Of what is declared. */
export const declared = ({ guards, ...of }: Definition<Environment>): Weakening => ({
  ...of,
  guards: (revision) => revision.declared && guards(revision.declared.environment),
});

/** Of what is rendered, whoever wrote the file. */
export const rendered = ({ guards, ...of }: Definition<Rendered>): Weakening => ({
  ...of,
  guards: (revision) => guards(revision.rendered),
});

/** `are` or `is`, as there are several or one. */
export const be = (many: boolean): string => (many ? 'are' : 'is');

/** `schedules` or `schedule` */
export const counted = (word: string, many: boolean): string => (many ? `${word}s` : word);

/** `policies … allow`, or `policy … allows` */
export const policies = (
  { cases, manyCases }: Said,
  verbs: readonly [one: string, many: string],
): string => (manyCases ? `policies ${cases} ${verbs[1]}` : `policy ${cases} ${verbs[0]}`);

/** `gone` and `come` where one of the two is not there, `changed` where both are. */
export function said(
  { before, after }: Said,
  words: {
    readonly gone: (before: string) => string;
    readonly come: (after: string) => string;
    readonly changed: (after: string, before: string) => string;
  },
): string {
  if (before === undefined) return words.come(after ?? '');
  return after === undefined ? words.gone(before) : words.changed(after, before);
}
