import type { Finding } from '../problem.ts';
import type { Declaration } from '../schema/declaration.ts';
import type { Check } from './check.ts';

/** Copies that outlive the region need another one to be in. */
export const copiesNeedADrRegion: Check = ({ aws, storage }) => {
  if (aws.drRegion !== undefined || storage.kind !== 'bucket') return [];
  const copies = copiesOf(storage);
  return copies.length === 0 ? [] : [missingFor(copies)];
};

type Copy = 'replication' | 'archive';

const copiesOf = (storage: Declaration['storage'] & { kind: 'bucket' }): Copy[] => [
  ...(storage.replication.to === 'dr-region' ? (['replication'] as const) : []),
  ...(storage.archive.to === 'deep-archive' ? (['archive'] as const) : []),
];

const missingFor = (copies: readonly Copy[]): Finding => ({
  path: 'aws.drRegion',
  code: 'config/copies-need-a-dr-region',
  message: 'is missing, and copies are declared to go there',
  expected: `another region, for ${copies.map((copy) => `storage.${copy}`).join(' and ')}`,
  received: 'nothing',
  fix: `declare aws.drRegion; or write, in storage, ${copies
    .map((copy) => `${copy}: { to: 'nowhere', reason: 'There is no second region.' }`)
    .join(', ')}`,
});
