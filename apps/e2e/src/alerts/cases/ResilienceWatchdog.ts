import { days, hours, minutes } from '@resilience/config/duration';

import { type AlertCases, firingAt } from '../alert-case.ts';
import { up } from '../told.ts';

const always = 'It always fires: that it stops is what is waited for.';

export const resilienceWatchdog: AlertCases = {
  alert: 'ResilienceWatchdog',
  by: [],
  without: { quiet: always, resolving: always, boundary: always },
  cases: () => [
    {
      kind: 'firing',
      what: 'all is well',
      series: [up('velero', 1)],
      expect: [firingAt(minutes(0), []), firingAt(days(2), [])],
      step: hours(1),
    },
    {
      kind: 'missing',
      what: 'nothing is scraped at all',
      series: [],
      expect: [firingAt(minutes(10), [])],
    },
  ],
};
