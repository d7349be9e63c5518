import { type Duration, formatDuration } from '@resilience/config/duration';

import type { Guard } from './guard.ts';

type Length = Pick<Guard, 'strength' | 'value'>;

/** A time that protects the better the longer it is. */
export const longer = (time: Duration): Length => ({
  strength: time.seconds,
  value: formatDuration(time),
});

/** A time that protects the better the shorter it is. */
export const shorter = (time: Duration): Length => ({
  strength: -time.seconds,
  value: formatDuration(time),
});
