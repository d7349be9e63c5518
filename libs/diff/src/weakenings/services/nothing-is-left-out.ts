import { declared, said } from '../../guard.ts';

export const nothingIsLeftOut = declared({
  id: 'services/nothing-is-left-out',
  absence: 'strongest',
  guards: ({ leftOut = [] }) =>
    leftOut.map((one) => ({
      path: 'leftOut',
      id: JSON.stringify('namespaces' in one ? one.namespaces : one.volumes),
      within: [],
      subject: 'namespaces' in one ? `namespaces ${one.namespaces}` : volumesOf(one.volumes),
      strength: 0,
      value: one.reason,
    })),
  sentence: (one) =>
    said(one, {
      gone: () => `Backups no longer leave out ${one.names}.`,
      come: (reason) => `Backups leave out ${one.names}: ${reason}`,
      changed: (reason) => `Why backups leave out ${one.names}: ${reason}`,
    }),
});

const volumesOf = (
  volumes: { storageClass: string } | { claimLabels: Readonly<Record<string, string>> },
): string =>
  'storageClass' in volumes
    ? `volumes of the storage class ${volumes.storageClass}`
    : `volumes labelled ${Object.entries(volumes.claimLabels)
        .map((pair) => pair.join('='))
        .join(', ')}`;
