import { z } from 'zod';

import { dnsLabel, object, oneOf, positiveDuration, text } from './scalars.ts';

const count = z
  .int({ error: 'a whole number above zero' })
  .positive({ error: 'a whole number above zero' });

/** A check of restored data, run by drills and after each recovery. */
export const verification = z.discriminatedUnion(
  'check',
  [
    object('a check of the number of rows', {
      check: z.literal('row-count'),
      engine: oneOf('postgres', 'mysql'),
      /** The name of one of the service's workloads. */
      workload: dnsLabel,
      database: text('a database name'),
      table: text('a table name'),
      atLeast: count,
    }),
    object('a check of the newest row', {
      check: z.literal('newest-row'),
      engine: oneOf('postgres', 'mysql'),
      workload: dnsLabel,
      database: text('a database name'),
      table: text('a table name'),
      /** The column that tells when a row was written. */
      column: text('a column name'),
      /** How much older than the backup the newest row may be. */
      within: positiveDuration,
    }),
    object('a check of file checksums', {
      check: z.literal('checksums'),
      /** The name of one of the service's volumes. */
      volume: dnsLabel,
      /** A file of SHA-256 sums, by its path from the volume's root. */
      manifest: text('a path from the root of the volume', /^[^/\s]\S*$/),
    }),
    object('a check by HTTP', {
      check: z.literal('http'),
      workload: dnsLabel,
      port: z
        .int({ error: 'a port from 1 to 65535' })
        .min(1, { error: 'a port from 1 to 65535' })
        .max(65_535, { error: 'a port from 1 to 65535' }),
      path: text('a path that begins with a slash', /^\/\S*$/),
    }),
    object('a check of the number of objects', {
      check: z.literal('objects'),
      /** A resource as in `kubectl get`, with its group: `certificates.cert-manager.io`. */
      resource: text('a resource such as certificates.cert-manager.io', /^[a-z]+(\.[a-z0-9.-]+)?$/),
      atLeast: count,
    }),
  ],
  { error: 'a check: row-count, newest-row, checksums, http or objects' },
);
