import { some } from '@resilience/vitest/some';
import { expect, test, vi } from 'vitest';

import { type KopiaFormat, opens, parseKopiaFormat } from '../src/repository/kopia-format.ts';
import { type KopiaRepository, kopiaRepositories, kopiaRepository } from './kopia-repositories.ts';

/** kopia makes it dear to try a password. */
vi.setConfig({ testTimeout: 60_000 });

const names = Object.keys(kopiaRepositories) as KopiaRepository[];

function formatOf(content: Buffer): KopiaFormat {
  const format = parseKopiaFormat(content);
  if (typeof format === 'string') throw new Error(format);
  return format;
}

test.each(some(names))('%s is opened by its password, and by no other', async (name) => {
  const format = formatOf(kopiaRepository(name));
  const password = kopiaRepositories[name];
  const tried = [password, `${password}\n`, password.slice(1)];
  const opened = await Promise.all(tried.map((each) => opens(format, each)));
  expect(opened).toEqual([true, false, false]);
});

test('a password that was changed opens no more', async () => {
  expect(await opens(formatOf(kopiaRepository('changed')), 'before')).toBe(false);
});

test('a single bit that differs is found', async () => {
  const { encrypted, ...format } = formatOf(kopiaRepository('scrypt-v3'));
  const damaged = Buffer.from(encrypted);
  damaged.writeUInt8(damaged.readUInt8(40) ^ 1, 40);
  expect(await opens({ ...format, encrypted: damaged }, kopiaRepositories['scrypt-v3'])).toBe(
    false,
  );
});

const changed = (change: object): Buffer =>
  Buffer.from(
    JSON.stringify({ ...JSON.parse(kopiaRepository('scrypt-v3').toString()), ...change }),
  );

test.each([
  ['no JSON', Buffer.from('\u0000kopia'), 'its encryption is not said'],
  ['a list', Buffer.from('[]'), 'its encryption is not said'],
  ['a cipher that kopia has not', changed({ encryption: 'NONE' }), 'its encryption is "NONE"'],
  ['a derivation of tests', changed({ keyAlgo: 'testing-only' }), 'derivation is "testing-only"'],
  ['a short id', changed({ uniqueID: 'c2hvcnQ=' }), 'it has no unique id'],
  ['nothing encrypted', changed({ encryptedBlockFormat: '' }), 'it has no encrypted configuration'],
])('%s is no format', (_, content, why) => {
  expect(parseKopiaFormat(content)).toContain(why);
});
