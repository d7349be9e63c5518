import { closeSync, fstatSync, openSync, readSync, truncateSync, writeSync } from 'node:fs';

/** Turns bits of a few bytes over, as a failing disk would. */
export function flipBytes(path: string, offset: number, count = 8): void {
  const file = openSync(path, 'r+');
  const bytes = Buffer.alloc(count);
  readSync(file, bytes, 0, count, offset);
  writeSync(
    file,
    Uint8Array.from(bytes, (byte) => byte ^ 0x55),
    0,
    count,
    offset,
  );
  closeSync(file);
}

/** Cuts a file down to a share of its pages. */
export function cutTo(path: string, share: number, pageSize: number): void {
  const file = openSync(path, 'r');
  const pages = Math.floor(fstatSync(file).size / pageSize);
  closeSync(file);
  truncateSync(path, Math.floor(pages * share) * pageSize);
}
