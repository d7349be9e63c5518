import { dnsLabel, nonEmpty, object, oneOf, positiveDuration, text } from './scalars.ts';

/** A command that Velero runs in a workload's pods around the copy of their volumes. */
export const hook = object('a hook', {
  name: dnsLabel,
  /** The name of one of the service's workloads. */
  workload: dnsLabel,
  container: dnsLabel,
  when: oneOf('before-backup', 'after-backup'),
  command: nonEmpty('a command as a list of arguments', text('an argument')),
  timeout: positiveDuration,
  /** Either way the backup ends PartiallyFailed; `fail` also leaves the pod out of it. */
  onError: oneOf('fail', 'continue'),
});
