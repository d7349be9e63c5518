import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { foundBy } from '../../../src/init/from-audit/found-by.ts';
import { notesSource } from '../../../src/init/from-audit/notes-source.ts';
import { oneCluster, twoClusters } from '../organisations.ts';
import { keptBy, location, manifests, namespace, schedule } from './kept-of.ts';

const far = (config: string, others = ''): string => `
apiVersion: velero.io/v1
kind: BackupStorageLocation
metadata: {name: far, namespace: velero}
spec: {provider: aws, objectStorage: {bucket: far-backups}, config: ${config}${others}}`;

const both = (...documents: readonly string[]) =>
  manifests(
    location,
    schedule('near', '{ttl: 960h}'),
    schedule('away', '{ttl: 960h, storageLocation: far}', '45 5 * * *'),
    namespace('shop'),
    ...documents,
  );

test('a second location that a schedule writes to in another region makes that the DR region', () => {
  const folder = both(
    far('{region: eu-north-1}').replaceAll('far', 'unused'),
    far('{region: eu-west-1}'),
  );
  expect(foundBy(folder).known).toMatchObject({ region: 'eu-central-1', drRegion: 'eu-west-1' });
});

test.each(
  some([
    ['{region: eu-west-1}', twoClusters, 'replicated to eu-west-1, so that its copies outlive'],
    ['{region: eu-central-1}', oneCluster, 'A second bucket in the same region is not kept'],
    ['{region: x, s3Url: https://minio.example.com}', oneCluster, 'outside of Amazon S3'],
  ] as const),
)('of a second location at %s it is said what is kept', (config, answers, said) => {
  const { notes } = keptBy(both(far(config)), answers).kept;
  expect(notes.filter((note) => note.startsWith('The location far'))).toEqual([
    expect.stringContaining(said),
  ]);
  expect(notes).toContainEqual(
    expect.stringContaining('What away writes to it goes to the one bucket from now on'),
  );
});

test('where no second region is answered, what is given up is said', () => {
  const folder = both(far('{region: eu-west-1}'));
  const { notes } = keptBy(folder, oneCluster, '', { drRegion: 'none' }).kept;
  expect(notes).toContainEqual(expect.stringContaining('answer drRegion eu-west-1 to keep that'));
});

test('notes stand in the declaration, none of them longer than a line', () => {
  const source = notesSource(['Schedule a runs "*/6 * * * *", '.repeat(9), 'short']);
  const lines = source.trimEnd().split('\n');
  expect(lines.filter((line) => !line.startsWith('// ') || line.length > 100)).toEqual([]);
  expect(lines.at(-1)).toBe('// - short');
});
