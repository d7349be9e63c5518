import { dnsLabel, object, reason } from './scalars.ts';

/** A service whose namespace no backup holds. */
export const notBackedUp = object('a service that is not backed up: namespace and notBackedUp', {
  /** The namespace that every backup leaves out; the service's name where it is left out. */
  namespace: dnsLabel,
  /** Why that is right: it stands in `recovery.md`. */
  notBackedUp: reason,
});
