import type { Environment } from '@resilience/config/environment';

import type { Daily } from './calendar.ts';
import type { Contents } from './contents.ts';
import type { Prices } from './price-list.ts';

/** What one part of the bill is computed from. */
export interface Priced {
  readonly environment: Environment;
  readonly contents: Contents;
  /** Of the environment's region. */
  readonly home: Prices;
  /** Of its DR region. */
  readonly away: Prices;
}

/** Each part of a bill, for which others have words and colours. */
export type PartName =
  | 'snapshots'
  | 'file-copies'
  | 'metadata'
  | 'replica'
  | 'archive'
  | 'replication'
  | 'requests'
  | 'movement'
  | 'keys-and-secrets';

/** One part of the bill. */
export interface Component {
  readonly name: PartName;
  /** What it is paid for, in a few words. */
  readonly of: string;
  /** US dollars on each day. */
  readonly cost: (priced: Priced) => Daily;
}
