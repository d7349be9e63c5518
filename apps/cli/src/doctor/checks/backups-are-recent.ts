import { gapsOf } from '@resilience/config/cron-gap';
import { formatDuration } from '@resilience/config/duration';

import { backupsOf, beganAt } from '../../velero/backup.ts';
import type { DoctorCheck, Found } from '../doctor-check.ts';

const scheduleLabel = 'velero.io/schedule-name';

/** The newest complete backup of each schedule is not older than the schedule allows. */
export const backupsAreRecent: DoctorCheck = {
  group: 'Velero',
  name: 'newest backups',
  examine: async ({ kubectl, environment }) => {
    const backups = await backupsOf(kubectl);
    return Object.entries(environment.schedules).map(([name, schedule]): Found => {
      const subject = `newest backup of ${name}`;
      const newest = backups.find(
        ({ metadata, status }) =>
          metadata.labels?.[scheduleLabel] === name && status?.phase === 'Completed',
      );
      const fix = 'docs/runbooks/BackupScheduleMissed.md';
      if (!newest) return { subject, state: 'wrong', found: 'there is none', fix };
      const age = Math.floor((Date.now() - beganAt(newest)) / 1000);
      const allowed = gapsOf(schedule.cron).longest.seconds + schedule.durationBudget.seconds;
      const found = `${newest.metadata.name}, ${formatDuration({ seconds: age })} old`;
      return age <= allowed
        ? { subject, state: 'ok', found }
        : {
            subject,
            state: 'wrong',
            found: `${found}; the schedule allows ${formatDuration({ seconds: allowed })}`,
            fix,
          };
    });
  },
};
