import { isReplicated } from '@resilience/config/environment';

import { declared, said } from '../../guard.ts';

export const replicaIsRead = declared({
  id: 'storage/replica-is-read',
  absence: 'weakest',
  guards: (environment) => {
    const { storage } = environment;
    if (!isReplicated(environment) || storage.kind !== 'bucket') return [];
    const { replication } = storage;
    const readers = replication.to === 'dr-region' ? replication.readBy : [];
    return readers.map((reader) => ({
      path: 'storage.replication.readBy',
      id: reader,
      subject: reader,
      strength: 1,
      value: 'reads',
    }));
  },
  sentence: (one) =>
    said(one, {
      gone: () => `${one.names} may no longer restore from the replica.`,
      come: () => `${one.names} may restore from the replica.`,
      changed: () => '',
    }),
});
