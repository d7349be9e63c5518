import { z } from 'zod';

import { labels, object, reason, text } from './scalars.ts';

/** As Velero's globs: `*` for any characters, `?` for one; never everything. */
const namespaces = text(
  'a namespace, or a pattern such as preview-*',
  /^(?=.{1,63}$)(?=.*[a-z0-9])(?!.*\*\*)[a-z0-9*?]([-a-z0-9*?]*[a-z0-9*?])?$/,
);

const volumes = z.union(
  [
    object('a storage class such as local-path', {
      /** Velero's volume policies skip each volume of the class. */
      storageClass: text('a storage class such as local-path', /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/),
    }),
    object('labels of claims', {
      /** Velero's volume policies skip each volume whose claim has these labels. */
      claimLabels: labels,
    }),
  ],
  { error: "a storage class or labels of claims such as { storageClass: 'local-path' }" },
);

/** What backups leave out, wherever it is, and why. */
export const leftOut = z.union(
  [
    object('namespaces and the reason', { namespaces, reason }),
    object('volumes and the reason', { volumes, reason }),
  ],
  {
    error:
      "namespaces or volumes with a reason such as { namespaces: 'preview-*', reason: 'Previews are made again.' }",
  },
);
