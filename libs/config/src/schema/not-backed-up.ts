import { dnsLabel, object, reason } from './scalars.ts';

/** A service whose namespace no backup holds. */
export const notBackedUp = object('a service that is not backed up: namespace and notBackedUp', {
  namespace: dnsLabel,
  /** Why that is right: it stands in `recovery.md`. */
  notBackedUp: reason,
});
