import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** When the texts were told: a Monday on which nothing is wrong, in production. */
const toldAt = Date.UTC(2026, 5, 1, 10) / 1000;

/** What is told, by the job that Prometheus scrapes it by; nothing where it does not answer. */
export type Day = Readonly<Record<Job, string | undefined>>;

type Job = keyof typeof files;

const files = {
  velero: 'velero.txt',
  'node-agent': 'node-agent.txt',
  'resilience-object-state': 'object-state.txt',
  'resilience-cloudwatch': 'cloudwatch.txt',
  'argo-workflows': 'drills.txt',
} as const;

/** The day as it is told. */
export const healthyDay = (): Day => ({
  velero: read('velero'),
  'node-agent': read('node-agent'),
  'resilience-object-state': read('resilience-object-state'),
  'resilience-cloudwatch': read('resilience-cloudwatch'),
  'argo-workflows': read('argo-workflows'),
});

const read = (job: Job): string => readFileSync(join(import.meta.dirname, files[job]), 'utf8');

/**
 * Every moment in a text, as if it was told now.
 *
 * @param now Unix time, in seconds
 */
export const asOf = (text: string, now: number): string =>
  text.replaceAll(
    /^(\w+_timestamp(?:_seconds)?\{[^}]*\}) (\S+)$/gm,
    (_, series: string, moment: string) => `${series} ${Number(moment) + Math.round(now) - toldAt}`,
  );
