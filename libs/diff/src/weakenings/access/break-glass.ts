import { ownsBucket } from '@resilience/config/environment';

import { declared, said } from '../../guard.ts';

export const breakGlass = declared({
  id: 'access/break-glass',
  absence: 'strongest',
  guards: (environment) =>
    (ownsBucket(environment) ? environment.storage.breakGlass.principals : []).map((principal) => ({
      path: 'storage.breakGlass.principals',
      id: principal,
      within: ['storage.objectLock'],
      subject: principal,
      strength: 0,
      value: 'may',
    })),
  sentence: (one) =>
    said(one, {
      gone: () => `${one.names} may no longer take on the break-glass role.`,
      come: () => `${one.names} may take on the break-glass role.`,
      changed: () => '',
    }),
});
