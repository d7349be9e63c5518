import { declared } from '../../guard.ts';
import { shorter } from '../../length.ts';

export const silenceIsNoticed = declared({
  id: 'alerting/silence-is-noticed',
  absence: 'unsaid',
  guards: ({ notifications: { heartbeat } }) => [
    { path: 'notifications.heartbeat.every', subject: 'heartbeat', ...shorter(heartbeat.every) },
  ],
  sentence: ({ before, after }) => `The heartbeat is called every ${after} instead of ${before}.`,
});
