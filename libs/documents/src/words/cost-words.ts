import type { Part } from '@resilience/cost/price';

/** Parts of a bill for readers who know no backup software. */
export const costWords: Readonly<Record<Part['name'], string>> = {
  snapshots: 'Snapshots of volumes',
  'file-copies': 'Copies of files in the backup bucket',
  metadata: 'Descriptions and logs of backups',
  replica: 'Copies of files in the other region',
  archive: 'Long-term archive',
  replication: 'Transfer to the other region',
  requests: 'Writing to the buckets',
  movement: 'Temporary disks while files are copied',
  'keys-and-secrets': 'Encryption keys and passwords',
};

/** Parts that cost half a cent or more in some month, in the order of the bill. */
export const paidParts = (parts: readonly Part[]): Part[] =>
  parts.filter(({ months }) => Math.max(...months) >= 0.005);
