import { z } from 'zod';

import { dnsLabel, nonEmpty, object, oneOf, positiveDuration, text } from './scalars.ts';

const count = z
  .int({ error: 'a whole number above zero such as 1' })
  .positive({ error: 'a whole number above zero such as 1' });

const identifier = '[A-Za-z_][A-Za-z0-9_-]{0,62}';

/** A name that means itself and nothing more in SQL once it is quoted, in the case it is written. */
const sqlName = text(
  'a name of letters, digits, _ and - that begins with a letter or _, at most 63 characters, such as orders',
  new RegExp(`^${identifier}$`),
);

const tableName = text(
  'a table such as orders, or with its schema: audit.entries',
  new RegExp(`^(${identifier}\\.)?${identifier}$`),
);

/** Where a check that reads data runs, and for how long at most once the server answers. */
const inContainer = {
  /** The name of one of the service's workloads; every pod of it is checked. */
  workload: dnsLabel,
  /** The container of the pod in which it runs. */
  container: dnsLabel,
  /** The longest that it may take; then it has failed. */
  timeout: positiveDuration,
};

const inDatabase = {
  ...inContainer,
  /** The client with the arguments that let it in, such as psql --username=postgres. */
  client: nonEmpty('a client as a list of arguments', text('an argument such as psql')),
  /** The database that the client opens. */
  database: sqlName,
};

const integrity = z.discriminatedUnion(
  'engine',
  [
    object('an integrity check of PostgreSQL', {
      check: z.literal('integrity'),
      engine: z.literal('postgres'),
      ...inDatabase,
      /** Whether the cluster was made with data checksums; without, bytes may flip unseen. */
      pageChecksums: oneOf('on', 'off'),
      /** With amcheck, the extension, every B-tree is compared with its table. */
      indexes: oneOf('amcheck', 'unchecked'),
    }),
    object('an integrity check of MySQL or MariaDB', {
      check: z.literal('integrity'),
      engine: z.literal('mysql'),
      ...inDatabase,
    }),
  ],
  { error: 'an integrity check with the engine postgres or mysql' },
);

const isRegularExpression = (pattern: string): boolean => {
  try {
    return RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
};

/** What a command has to print to its standard output, besides ending with 0. */
const expected = z.discriminatedUnion(
  'output',
  [
    object('any output', { output: z.literal('any') }),
    /** The whole output is one number. */
    object('a number', {
      output: z.literal('number'),
      /** The least that the number may be. */
      atLeast: z.number({ error: 'a number such as 1' }),
    }),
    object('a text', {
      output: z.literal('text'),
      /** A regular expression, as jq reads them, that one of the lines matches. */
      matches: z
        .string({ error: 'a regular expression such as ^status: ready$' })
        .refine(isRegularExpression, {
          error: 'a regular expression such as ^status: ready$',
        }),
    }),
  ],
  { error: 'an expectation with the output any, number or text' },
);

/** A path of plain names: nothing in it leads out of the folder it begins in. */
const plainPath = String.raw`(?!\.\.?(/|$))[\w.-]+(/(?!\.\.?(/|$))[\w.-]+)*`;

/** The namespace holds enough objects of a kind. */
export const objectCount = object('a check of the number of objects', {
  check: z.literal('objects'),
  /** A resource as in `kubectl get`, with its group: `certificates.cert-manager.io`. */
  resource: text('a resource such as certificates.cert-manager.io', /^[a-z]+(\.[a-z0-9.-]+)?$/),
  /** How many objects there have to be. */
  atLeast: count,
});

/** A check of restored data, run by drills and after each recovery. */
export const verification = z.discriminatedUnion(
  'check',
  [
    object('a check of the number of rows', {
      check: z.literal('row-count'),
      /** Whose client it is: how it quotes names and reports errors. */
      engine: oneOf('postgres', 'mysql'),
      ...inDatabase,
      /** The table whose rows are counted. */
      table: tableName,
      /** How many rows there have to be. */
      atLeast: count,
    }),
    object('a check of the newest row', {
      check: z.literal('newest-row'),
      /** Whose client it is: how it quotes names and reports errors. */
      engine: oneOf('postgres', 'mysql'),
      ...inDatabase,
      /** The table whose newest row is looked at. */
      table: tableName,
      /** The column that tells when a row was written: a date or time, in UTC if it has no zone. */
      column: sqlName,
      /** How much older than the backup the newest row may be. */
      within: positiveDuration,
    }),
    /** Everything in the database can be read, and indexes agree with their tables. */
    integrity,
    object('a check of file checksums', {
      check: z.literal('checksums'),
      /** The name of one of the service's volumes. */
      volume: dnsLabel,
      ...inContainer,
      /** Where the container mounts the volume. */
      path: text('an absolute path such as /data', new RegExp(`^/${plainPath}$`)),
      /** The file of SHA-256 sums that a hook writes before each backup, from the volume's root. */
      manifest: text(
        'a path from the root of the volume, in a folder of its own, such as .canary/SHA256SUMS',
        new RegExp(`^(?=.*/)${plainPath}$`),
      ),
      /** How much older than the backup the manifest may be. */
      within: positiveDuration,
    }),
    /** For software that no other check knows; the words of the command are run without a shell. */
    object('a check by a command', {
      check: z.literal('command'),
      /** What the command looks at, for people; one of its own in the service. */
      name: dnsLabel,
      ...inContainer,
      /** The program with its arguments; no shell reads them. */
      command: nonEmpty('a command as a list of arguments', text('an argument such as vault')),
      expect: expected,
    }),
    object('a check by HTTP', {
      check: z.literal('http'),
      /** The name of one of the service's workloads; every pod of it is asked. */
      workload: dnsLabel,
      /** The port of the pod. */
      port: z
        .int({ error: 'a port from 1 to 65535 such as 8080' })
        .min(1, { error: 'a port from 1 to 65535 such as 8080' })
        .max(65_535, { error: 'a port from 1 to 65535 such as 8080' }),
      /** What is asked for: an answer from 200 to 299 is right. */
      path: text('a path that begins with a slash such as /healthz', /^\/\S*$/),
    }),
    objectCount,
  ],
  { error: 'a check: row-count, newest-row, integrity, checksums, command, http or objects' },
);
