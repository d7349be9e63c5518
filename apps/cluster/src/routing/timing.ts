import { type Duration, minutes, seconds } from '@resilience/config/duration';
import type { Severity } from '@resilience/config/notifications';

/** How long a new group is waited for, so that what happens together is told together. */
export const groupWait: Readonly<Record<Severity, Duration>> = {
  critical: seconds(30),
  warning: minutes(2),
  info: minutes(10),
};

/** How soon it is told that a group has grown, or that a part of it is over. */
export const groupInterval = minutes(5);
