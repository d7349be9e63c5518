import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { oneCluster } from '../organisations.ts';
import { keptBy, location, manifests, namespace, schedule } from './kept-of.ts';

test.each(
  some([
    ['@daily', '0 0 * * *', /^$/],
    ['@weekly', '0 0 * * 0', /^$/],
    ['@every 6h', '0 */6 * * *', 'at times of the clock'],
    ['@every 7h', '0 */7 * * *', 'no expression says it'],
    ['CRON_TZ=Asia/Kolkata 30 7 * * *', '0 2 * * *', 'in UTC.'],
    ['TZ=Europe/Berlin 0 4 * * *', '0 3 * * *', 'in summer it runs an hour later'],
  ] as const),
)('%s is declared as %s', (times, cron, said) => {
  const folder = manifests(location, schedule('some', '{ttl: 960h}', times), namespace('shop'));
  const { schedules, notes } = keptBy(folder, oneCluster).kept;
  expect(schedules['some']?.cron).toBe(cron);
  expect(notes.filter((note) => note.startsWith('Schedule some runs')).join()).toMatch(said);
});
