import { veleroServiceAccount } from '@resilience/config/names';

/** Where Velero's objects are, and the workflows that make them. */
export const { namespace } = veleroServiceAccount;

/** Words of kubectl that look there. */
export const inVelero = ['--namespace', namespace] as const;
