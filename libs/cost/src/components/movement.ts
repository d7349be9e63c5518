import type { Environment } from '@resilience/config/environment';
import { coveredServices, copyMethod } from '@resilience/config/volumes';

import { backupsOf, madeOn } from '../backups.ts';
import { everyDay, none, sum } from '../calendar.ts';
import type { Component } from '../component.ts';
import { gibibytes, usedBy } from '../copies.ts';

const hoursPerMonth = (365.25 / 12) * 24;

/** The data mover reads from a volume that is made from a snapshot, and removes both when it is done. */
export const movement: Component = {
  name: 'movement',
  of: 'snapshots and volumes that the data mover works from, while it works',
  cost: ({ environment, home }) =>
    sum(
      Object.values(environment.schedules).map((schedule) => {
        const moved = movedVolumes(environment, schedule);
        if (moved.length === 0) return none;
        const months = schedule.durationBudget.seconds / 3600 / hoursPerMonth;
        const volumes = moved.reduce((total, { size }) => total + gibibytes(size.bytes), 0);
        const snapshots = moved.reduce((total, volume) => total + usedBy(volume), 0);
        const each = (volumes * home.volume + snapshots * home.snapshot) * months;
        const made = madeOn(backupsOf(schedule));
        return everyDay(({ index }) => (made[index] ?? 0) * each);
      }),
    ),
};

const movedVolumes = (environment: Environment, schedule: Environment['schedules'][string]) =>
  coveredServices(environment, schedule).flatMap(([, { volumes }]) =>
    Object.values(volumes).filter((volume) => copyMethod(schedule, volume) === 'moved-snapshot'),
  );
