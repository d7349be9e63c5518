import { minutes } from '@resilience/config/duration';

import { activeAt, type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import { steady, switched } from '../series.ts';

const phase = 'resilience_backup_storage_location_phase';
const available = (location: string) => ({ storage_location: location, phase: 'Available' });

export const backupStorageUnavailable: AlertCases = {
  alert: 'BackupStorageUnavailable',
  by: ['storage_location'],
  silentWithout: [phase],
  cases: () => [
    {
      kind: 'quiet',
      what: 'another location, of some recovery by hand, is out of reach',
      series: [steady(phase, available('default'), 1), steady(phase, available('by-hand'), 0)],
      expect: quietAt(minutes(0), minutes(30)),
    },
    {
      kind: 'boundary',
      what: 'out of reach for less than five minutes, and for so long',
      series: [switched(phase, available('default'), [1, minutes(10), 0])],
      expect: [
        ...quietAt(minutes(9)),
        { at: minutes(14), alerts: [] },
        firingAt(minutes(15), ['default']),
      ],
    },
    {
      kind: 'firing',
      what: 'out of reach',
      series: [
        steady(phase, available('default'), 0),
        steady(phase, { storage_location: 'default', phase: 'Unavailable' }, 1),
      ],
      expect: [activeAt(minutes(0), ['default']), firingAt(minutes(5), ['default'])],
    },
    {
      kind: 'resolving',
      what: 'in reach again',
      series: [switched(phase, available('default'), [0, minutes(20), 1])],
      expect: [firingAt(minutes(19), ['default']), ...quietAt(minutes(20))],
    },
  ],
};
