import { copyFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

import { cutTo, flipBytes } from './bytes.ts';
import { allDamaged, type DatabaseCase, healthyCopies } from './damage.ts';
import { rows, type Server } from './engine.ts';

const pageSize = 8_192;

/** What becomes of a PostgreSQL cluster that is restored. */
export function postgresCases(server: Server, data: string): DatabaseCase[] {
  const fileOf = (relation: string): string =>
    server.sql(`SELECT pg_relation_filepath(${relation})`);
  const table = fileOf(`'"Orders"'`);
  const index = fileOf(`'"Orders_by_customer"'`);
  const toast = fileOf(`(SELECT reltoastrelid FROM pg_class WHERE relname = 'Orders')`);
  // An index as it was before the last rows came, with sums that are right.
  const older = join(data, 'older-index');
  server.sql('CHECKPOINT');
  copyFileSync(join(data, index), older);
  server.sql(`INSERT INTO "Orders" SELECT i, md5(i::text), now() FROM generate_series(${rows + 1}, ${rows + 100}) AS i;
    CHECKPOINT`);
  return [...healthyCopies, ...damagedFiles({ table, toast, index, older }), ...otherDamages];
}

interface RelationFiles {
  readonly table: string;
  readonly toast: string;
  readonly index: string;
  readonly older: string;
}

const damagedFiles = ({ table, toast, index, older }: RelationFiles): DatabaseCase[] => [
  {
    name: 'a table is truncated on the disk',
    files: (data) => cutTo(join(data, table), 0.5, pageSize),
    outcomes: { 'row-count': 'damaged', 'newest-row': 'damaged' },
    tells: ['row-count', /^[1-4]\d{3}$/],
  },
  {
    name: 'what is kept outside of rows is truncated',
    files: (data) => cutTo(join(data, toast), 0.5, pageSize),
    outcomes: { integrity: 'damaged' },
    tells: ['integrity', /missing chunk|could not read block|unexpected chunk/],
  },
  {
    name: 'bytes in a page have flipped',
    files: (data) => flipBytes(join(data, table), 3 * pageSize + 5_000),
    outcomes: allDamaged,
    tells: ['integrity', /XX001: invalid page in block 3/],
  },
  {
    name: 'a relation file is missing',
    files: (data) => rmSync(join(data, table)),
    outcomes: allDamaged,
    tells: ['row-count', /58P01: could not open file/],
  },
  {
    name: 'an index lacks rows of its table',
    files: (data) => copyFileSync(older, join(data, index)),
    outcomes: { integrity: 'damaged' },
    tells: ['integrity', /lacks matching index tuple/],
  },
  {
    name: 'bytes in an index have flipped',
    files: (data) => flipBytes(join(data, index), 2 * pageSize + 5_000),
    outcomes: { integrity: 'damaged' },
    tells: ['integrity', /XX001: invalid page in block 2/],
  },
];

const otherDamages: readonly DatabaseCase[] = [
  {
    name: 'a table is missing',
    sql: 'DROP TABLE "Orders" CASCADE',
    outcomes: { 'row-count': 'damaged', 'newest-row': 'damaged' },
    tells: ['row-count', /42P01: relation "Orders" does not exist/],
  },
  {
    name: 'the data is older than the backup',
    sql: `UPDATE "Orders" SET "Placed_At" = "Placed_At" - interval '2 days'`,
    outcomes: { 'newest-row': 'damaged' },
    tells: ['newest-row', /^the newest is of \d{4}-/],
  },
  {
    name: 'old data, and a write after the restore',
    sql: `UPDATE "Orders" SET "Placed_At" = "Placed_At" - interval '2 days';
      INSERT INTO "Orders" VALUES (0, 'drill', now() + interval '1 minute')`,
    outcomes: { 'newest-row': 'damaged' },
    tells: ['newest-row', /^the newest is of \d{4}-/],
  },
  {
    name: 'too few rows',
    sql: `DELETE FROM "Orders" WHERE id <= ${rows / 2}`,
    outcomes: { 'row-count': 'damaged' },
    tells: ['row-count', /^2600$/],
  },
  {
    name: 'a table is empty',
    sql: 'TRUNCATE "Orders"',
    outcomes: { 'row-count': 'damaged', 'newest-row': 'damaged' },
    tells: ['newest-row', /^no row from before the backup$/],
  },
  {
    name: 'an empty restore',
    from: 'nothing',
    outcomes: allDamaged,
    tells: ['row-count', /database "Shop" does not exist/],
  },
  {
    name: 'the server does not start',
    files: (data) => truncateSync(join(data, 'global/pg_control'), 100),
    isDown: true,
    outcomes: allDamaged,
    tells: ['integrity', /connection to server on socket/],
  },
];
