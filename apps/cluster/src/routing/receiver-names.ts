import type { Severity } from '@resilience/config/notifications';

export const heartbeat = 'heartbeat';

/** The receiver of a severity has its name; that of an owner, both names. */
export const ownerReceiver = (owner: string, severity: Severity): string => `${owner}-${severity}`;
