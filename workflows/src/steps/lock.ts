import type { Template } from '../template.ts';

/** One restore at a time: two would take each other's bandwidth, and their measurements. */
export const lock = {
  mutexes: [{ name: 'resilience-restore' }],
} satisfies Template['synchronization'];
