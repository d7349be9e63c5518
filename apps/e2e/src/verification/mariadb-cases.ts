import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cutTo, flipBytes } from './bytes.ts';
import { allDamaged, type DatabaseCase, healthyCopies } from './damage.ts';
import { rows } from './engine.ts';

const pageSize = 16_384;
const table = 'Shop/Orders.ibd';

/** What becomes of the data of a MariaDB server that is restored. */
export const mariadbCases: readonly DatabaseCase[] = [
  ...healthyCopies,
  {
    name: 'a table is missing',
    sql: 'DROP TABLE Orders',
    outcomes: { 'row-count': 'damaged', 'newest-row': 'damaged' },
    tells: ['row-count', /ERROR 1146 .*Table 'Shop\.Orders' doesn't exist/],
  },
  {
    name: 'a table is truncated on the disk',
    // So little is left that not even the small index which rows are counted by can be whole.
    files: (data) => cutTo(join(data, table), 0.02, pageSize),
    outcomes: allDamaged,
    tells: ['row-count', /ERROR/],
  },
  {
    name: 'bytes in a page have flipped',
    files: (data) => flipBytes(join(data, table), pagesOf(join(data, table), 0) + 5_000),
    outcomes: { 'newest-row': 'damaged', integrity: 'damaged' },
    tells: ['integrity', /Orders/],
  },
  {
    name: 'what is kept outside of rows has flipped',
    files: (data) => flipBytes(join(data, table), outsidePage(join(data, table)) + 5_000),
    outcomes: { integrity: 'damaged' },
    tells: ['integrity', /^Orders.ibd: Fail: page/],
  },
  {
    name: 'a table file is missing',
    files: (data) => rmSync(join(data, table)),
    outcomes: allDamaged,
    tells: ['row-count', /Tablespace is missing|doesn't exist in engine/],
  },
  {
    name: 'bytes in an index have flipped',
    files: (data) => flipBytes(join(data, table), pagesOf(join(data, table), 1) + 5_000),
    outcomes: { 'row-count': 'damaged', integrity: 'damaged' },
    tells: ['integrity', /Orders/],
  },
  {
    name: 'the data is older than the backup',
    sql: 'UPDATE Orders SET Placed_At = Placed_At - INTERVAL 2 DAY',
    outcomes: { 'newest-row': 'damaged' },
    tells: ['newest-row', /^the newest is of \d{4}-/],
  },
  {
    name: 'old data, and a write after the restore',
    sql: `UPDATE Orders SET Placed_At = Placed_At - INTERVAL 2 DAY;
      INSERT INTO Orders VALUES (0, 'drill', NOW() + INTERVAL 1 MINUTE, NULL)`,
    outcomes: { 'newest-row': 'damaged' },
    tells: ['newest-row', /^the newest is of \d{4}-/],
  },
  {
    name: 'too few rows',
    sql: `DELETE FROM Orders WHERE id <= ${rows / 2}`,
    outcomes: { 'row-count': 'damaged' },
    tells: ['row-count', /^2500$/],
  },
  {
    name: 'a table is empty',
    sql: 'TRUNCATE Orders',
    outcomes: { 'row-count': 'damaged', 'newest-row': 'damaged' },
    tells: ['newest-row', /^no row from before the backup$/],
  },
  {
    name: 'an empty restore',
    from: 'nothing',
    outcomes: allDamaged,
    tells: ['row-count', /ERROR 1049 .*Unknown database 'Shop'/],
  },
  {
    name: 'the server does not start',
    files: (data) => writeFileSync(join(data, 'ibdata1'), Buffer.alloc(12 * 1024 * 1024)),
    isDown: true,
    outcomes: allDamaged,
    tells: ['integrity', /ERROR 2002 /],
  },
];

/*
 * Where a page of InnoDB says what it is.
 * https://dev.mysql.com/doc/internals/en/innodb-fil-header.html
 */
const typeAt = 24;
const indexPage = 17_855;
const blobPage = 10;
const levelAt = 64;
const indexAt = 66;

const pages = (path: string) => {
  const bytes = readFileSync(path);
  return Array.from({ length: bytes.length / pageSize }, (_, number) => {
    const offset = number * pageSize;
    return {
      offset,
      type: bytes.readUInt16BE(offset + typeAt),
      level: bytes.readUInt16BE(offset + levelAt),
      index: bytes.readBigUInt64BE(offset + indexAt),
    };
  });
};

/** Where a leaf of the table itself (0) or of its first index (1) begins. */
function pagesOf(path: string, which: number): number {
  const leaves = pages(path).filter(({ type, level }) => type === indexPage && level === 0);
  const indexes = [...new Set(leaves.map(({ index }) => index))].toSorted((a, b) =>
    a < b ? -1 : 1,
  );
  const found = leaves.filter(({ index }) => index === indexes[which])[1];
  if (!found) throw new Error(`${path} has no such leaf`);
  return found.offset;
}

function outsidePage(path: string): number {
  const found = pages(path).filter(({ type }) => type === blobPage)[3];
  if (!found) throw new Error(`${path} keeps nothing outside of rows`);
  return found.offset;
}
