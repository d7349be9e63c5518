import type { CompleteInput } from '@resilience/config/declaration';
import { expect, test } from 'vitest';

import { proofs, shop } from './edits.ts';

type Content = CompleteInput['services'][string]['volumes'][string]['content'];

/** What is lost with a volume, where `data` is not backed up and `files` is. */
const lostWith = (contents: { readonly data: Content; readonly files: Content }) =>
  proofs((declaration) => {
    const { data, files } = shop(declaration).volumes;
    Object.assign(data ?? {}, {
      content: contents.data,
      backup: { method: 'skip', reason: 'Nobody has asked for it.' },
    });
    Object.assign(files ?? {}, { content: contents.files });
  })['volume-corruption']?.lost;

test.each([
  ['the data of a search, with its snapshots', 'search-data', 'search-snapshots', []],
  ['the data of a search, without its snapshots', 'search-data', 'uploads', ['data']],
  ['a cache', 'cache', 'uploads', []],
  ['a database', 'mongodb', 'uploads', ['data']],
] as const)('without a copy of it: %s', (_, data, files, lost) => {
  expect(lostWith({ data, files })).toEqual(lost);
});

test('other software is lost without a copy of it', () => {
  const data = {
    other: 'Neo4j',
    snapshot: 'recovered',
    'file-system': 'unusable',
    volumes: 'one',
  } as const;
  expect(lostWith({ data, files: 'uploads' })).toEqual(['data']);
});
