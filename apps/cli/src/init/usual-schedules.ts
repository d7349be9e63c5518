import { days, hours, minutes } from '@resilience/config';

/** Snapshots every day, and copies that leave the volumes' region; kept for up to a year. */
export const usualSchedules = {
  daily: {
    cron: '0 2 * * *',
    retention: days(30),
    covers: 'cluster',
    volumes: 'snapshots',
    durationBudget: minutes(60),
  },
  'half-daily-offsite': {
    cron: '0 8,20 * * *',
    retention: days(14),
    covers: 'cluster',
    volumes: 'file-level-copies',
    durationBudget: hours(2),
  },
  weekly: {
    cron: '0 3 * * 0',
    retention: days(90),
    covers: 'cluster',
    volumes: 'file-level-copies',
    durationBudget: hours(4),
  },
  monthly: {
    cron: '0 4 1 * *',
    retention: days(365),
    covers: 'cluster',
    volumes: 'file-level-copies',
    durationBudget: hours(4),
  },
};
