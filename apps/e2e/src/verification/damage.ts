import type { Restored, Verdict } from './restored-namespace.ts';

type Outcome = Verdict['outcome'];

/** What every check says of one restored copy. */
export interface Expectation {
  /** By check; those that are not named have to be `ok`. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** The check that tells best, and what it has to say that it received. */
  readonly tells?: readonly [check: string, received: RegExp];
}

/** One way in which a restored copy of a database is not what it was; or that it is. */
export interface DatabaseCase extends Expectation {
  readonly name: string;
  /** Which copy is restored. */
  readonly from?: 'copy' | 'crash' | 'dump' | 'nothing';
  /** What is done to the files before the server starts. */
  readonly files?: (data: string) => void;
  /** What is done in the running server. */
  readonly sql?: string;
  /** The server is known not to start, so that nobody waits for it. */
  readonly isDown?: true;
  readonly restored?: Partial<Restored>;
}

export const healthy = { outcomes: {} } as const;

/** Every way of copying gives a copy that is sound. */
export const healthyCopies: readonly DatabaseCase[] = [
  { name: 'healthy: copied while stopped', ...healthy },
  { name: 'healthy: copied as by a power cut', from: 'crash', ...healthy },
  { name: 'healthy: restored from a dump', from: 'dump', ...healthy },
];

/** Every check of a database finds damage, in the order in which they are made. */
export const allDamaged = {
  'row-count': 'damaged',
  'newest-row': 'damaged',
  integrity: 'damaged',
} as const;
