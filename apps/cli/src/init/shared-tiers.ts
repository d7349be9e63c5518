import { days, hours, minutes, seconds } from '@resilience/config';

/** Times that most services can live with, and that a volume of 500 GiB is back within. */
const dayObjectives = {
  'pod-failure': { rpo: seconds(0), rto: minutes(5) },
  'volume-corruption': { rpo: hours(24), rto: hours(4) },
  'namespace-deletion': { rpo: hours(24), rto: hours(4) },
  'cluster-corruption': { rpo: hours(24), rto: hours(8) },
  'region-failure': { rpo: hours(24), rto: hours(8) },
  'bucket-loss': { rpo: hours(24), rto: hours(8) },
  'key-loss': { rpo: hours(24), rto: hours(8) },
  'malicious-deletion': { rpo: hours(24), rto: hours(12) },
  'late-discovery': { rpo: hours(24), rto: hours(8) },
};

/** Half a day, which needs backups every few hours. */
const halfDayObjectives = {
  ...dayObjectives,
  'volume-corruption': { rpo: hours(12), rto: hours(4) },
  'namespace-deletion': { rpo: hours(12), rto: hours(4) },
  'cluster-corruption': { rpo: hours(12), rto: hours(8) },
  'region-failure': { rpo: hours(12), rto: hours(8) },
  'bucket-loss': { rpo: hours(12), rto: hours(8) },
  'key-loss': { rpo: hours(12), rto: hours(8) },
};

/** What the services of each tier share. */
export const sharedTiers = {
  critical: {
    objectives: halfDayObjectives,
    schedules: {
      'four-hourly-critical': {
        cron: '30 */4 * * *',
        retention: days(7),
        volumes: 'file-level-copies',
        durationBudget: minutes(45),
      },
    },
  },
  important: { objectives: dayObjectives },
  standard: { objectives: dayObjectives },
};
