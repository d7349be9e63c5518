import { gapsOf } from '@resilience/config/cron-gap';
import { formatDuration } from '@resilience/config/duration';
import type { Schedule } from '@resilience/config/declaration';
import { z } from 'zod';

import { formatAge } from '../../format-age.ts';
import { type Backup, backupsOf, beganAt } from '../../velero/backup.ts';
import { inVelero } from '../../velero/velero-namespace.ts';
import type { DoctorCheck, Found } from '../doctor-check.ts';

const scheduleLabel = 'velero.io/schedule-name';

const schedules = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string(), creationTimestamp: z.string().optional() }),
    }),
  ),
});

/** The newest complete backup of each schedule is not older than the schedule allows. */
export const backupsAreRecent: DoctorCheck = {
  group: 'Velero',
  name: 'newest backups',
  examine: async ({ kubectl, environment }) => {
    const [backups, made] = await Promise.all([
      backupsOf(kubectl),
      kubectl.json(['get', 'schedules.velero.io', ...inVelero]),
    ]);
    const since = new Map(
      schedules
        .parse(made)
        .items.map(({ metadata }) => [metadata.name, Date.parse(metadata.creationTimestamp ?? '')]),
    );
    return Object.entries(environment.schedules).map(([name, schedule]) => {
      const newest = backups.find(
        ({ metadata, status }) =>
          metadata.labels?.[scheduleLabel] === name && status?.phase === 'Completed',
      );
      return judge({ name, schedule, newest, since: since.get(name) });
    });
  },
};

interface Looked {
  readonly name: string;
  readonly schedule: Schedule;
  readonly newest: Backup | undefined;
  /** Milliseconds since 1970 at which the schedule came into the cluster. */
  readonly since: number | undefined;
}

function judge({ name, schedule, newest, since }: Looked): Found {
  const subject = `newest backup of ${name}`;
  const fix = 'docs/runbooks/BackupScheduleMissed.md';
  const allowed = gapsOf(schedule.cron).longest.seconds + schedule.durationBudget.seconds;
  if (!newest) {
    return since !== undefined && secondsSince(since) < allowed
      ? {
          subject,
          state: 'warning',
          found: 'there is none yet: the schedule is new',
          fix: once(name),
        }
      : { subject, state: 'wrong', found: 'there is none', fix };
  }
  const age = secondsSince(beganAt(newest));
  const found = `${newest.metadata.name}, ${formatAge(age)} old`;
  return age <= allowed
    ? { subject, state: 'ok', found }
    : {
        subject,
        state: 'wrong',
        found: `${found}; the schedule allows ${formatDuration({ seconds: allowed })}`,
        fix,
      };
}

const once = (name: string): string => `velero backup create --from-schedule ${name}`;

const secondsSince = (time: number): number => Math.floor((Date.now() - time) / 1000);
