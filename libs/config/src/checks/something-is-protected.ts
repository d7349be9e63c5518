import type { Check } from './check.ts';

/** A bucket without services or schedules protects nothing, and nobody would be told. */
export const somethingIsProtected: Check = ({ storage, services, schedules }) =>
  storage.kind === 'bucket'
    ? Object.entries({ services, schedules })
        .filter(([, entries]) => Object.keys(entries).length === 0)
        .map(([key]) => ({
          path: key,
          code: 'config/something-is-protected',
          message: `declares no ${key}, so that nothing is protected`,
          expected: `at least one of the ${key}`,
          received: '{}',
          fix: `declare the ${key} of this environment`,
        }))
    : [];
