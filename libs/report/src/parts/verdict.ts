import { h, type JSX } from 'preact';

import type { Outcome } from '../model/service.ts';

/** What a reader sees at once: a shape and a word, and a colour beside them. */
interface Mark {
  readonly word: string;
  readonly means: string;
  readonly tone: 'good' | 'warn' | 'bad' | 'quiet';
  /** A path in a square of 16 by 16. */
  readonly shape: string;
}

const circle = 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z';

export const marks = {
  holds: {
    word: 'holds',
    means:
      'The worst case that is computed is within both objectives, RPO and RTO, as long as the assumed times are right.',
    tone: 'good',
    shape: `${circle}M6.8 11.6 3.6 8.4l1.2-1.2 2 2 4.4-4.4 1.2 1.2z`,
  },
  'holds in part': {
    word: 'holds in part',
    means:
      'Both objectives hold, but for volumes that no backup holds, each with a declared reason.',
    tone: 'warn',
    shape: `${circle}M8 3.2a4.8 4.8 0 0 1 0 9.6z`,
  },
  waived: {
    word: 'waived',
    means: 'An objective is breached, and a waiver with an owner and an end is in force.',
    tone: 'warn',
    shape: 'M8 1 15.5 15H.5zM7.2 6v4.6h1.6V6zm0 5.6v1.6h1.6v-1.6z',
  },
  breached: {
    word: 'breached',
    means: 'An objective is not held, and nobody has waived it.',
    tone: 'bad',
    shape:
      'M1 1h14v14H1zM4.2 5.4 6.8 8l-2.6 2.6 1.2 1.2L8 9.2l2.6 2.6 1.2-1.2L9.2 8l2.6-2.6-1.2-1.2L8 6.8 5.4 4.2z',
  },
  unprovable: {
    word: 'unprovable',
    means: 'A time is neither assumed nor measured, so that nothing can be computed.',
    tone: 'bad',
    shape: 'M8 .5 15.5 8 8 15.5.5 8zM7.2 4.4v4.4h1.6V4.4zm0 5.6v1.6h1.6V10z',
  },
  'accepted loss': {
    word: 'accepted loss',
    means: 'The organisation gives the service up in this disaster, for a declared reason.',
    tone: 'quiet',
    shape: 'M1 6.5h14v3H1z',
  },
} as const satisfies Readonly<Record<string, Mark>>;

/** The mark of an outcome. */
export function markOf(outcome: Outcome): Mark {
  if (outcome.verdict === 'unprotected') return marks['accepted loss'];
  if (outcome.waivedBy !== undefined) return marks.waived;
  if (outcome.verdict === 'proved') return marks.holds;
  return outcome.verdict === 'proved-in-part' ? marks['holds in part'] : marks[outcome.verdict];
}

/** The shape and the word; screen readers have the word. */
export const badge = ({ word, tone, shape }: Mark): JSX.Element =>
  h('span', { class: `mark ${tone}` }, [
    h(
      'svg',
      { viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
      h('path', { 'fill-rule': 'evenodd', d: shape }),
    ),
    word,
  ]);
