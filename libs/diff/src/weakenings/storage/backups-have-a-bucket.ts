import { declared } from '../../guard.ts';

export const backupsHaveABucket = declared({
  id: 'storage/backups-have-a-bucket',
  absence: 'unsaid',
  guards: ({ storage }) => [
    {
      path: 'storage',
      subject: 'storage',
      strength: storage.kind === 'bucket' ? 2 : storage.accessMode === 'ReadOnly' ? 1 : 0,
      value:
        storage.kind === 'bucket'
          ? 'a bucket of its own'
          : `the replica of ${storage.of}, ${storage.accessMode === 'ReadOnly' ? 'read-only' : 'which it may write to'}`,
    },
  ],
  sentence: ({ before, after }) => `The environment mounts ${after}, instead of ${before}.`,
});
