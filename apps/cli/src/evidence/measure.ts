import type { Measurement, Measurements } from '@resilience/config/measurements';
import type { Rate, Step } from '@resilience/config/recovery';

import type { Evidence } from './read-reports.ts';

/** The steps of a run that each step of the proof is made of, one after the other; those beside each other are a list. */
const stepsOf: Partial<Readonly<Record<Step, readonly (readonly string[])[]>>> = {
  'pre-flight': [['choose-backup'], ['pre-flight', 'test-backups']],
  'pod-start': [['await-ready']],
};

type Report = Evidence['report'];

/**
 * What succeeded drills and recoveries measured, in the words of the assumptions. A run counts by its slowest
 * check; none of them knows when somebody was paged, so that detection and decision stay assumed.
 */
export function measure(evidence: readonly Evidence[]): Measurements {
  const runs = evidence.filter(({ report }) => report.outcome === 'succeeded');
  return {
    detection: {},
    decision: {},
    steps: {
      ...named('pre-flight', sampled(runs, stepSeconds('pre-flight'), 'least')),
      ...named('pod-start', sampled(runs, stepSeconds('pod-start'), 'least')),
      ...named('check', sampled(runs, slowestCheck, 'least')),
    } satisfies Partial<Record<Step, Measurement>>,
    rates: {
      ...named(
        'file-level-download',
        sampled(runs, ({ rates }) => rates.bytes, 'most'),
      ),
      ...named(
        'object-creation',
        sampled(runs, ({ rates }) => rates.objects, 'most'),
      ),
    } satisfies Partial<Record<Rate, Measurement>>,
  };
}

const named = (name: string, measurement: Measurement | undefined) =>
  measurement ? { [name]: measurement } : {};

const stepSeconds =
  (step: Step) =>
  ({ steps }: Report): number | null => {
    const parts = stepsOf[step] ?? [];
    // A step that each wave has counts by the slowest, as do those beside each other.
    const longest = parts.map((part) =>
      Math.max(...steps.filter(({ name }) => part.includes(name)).map(({ seconds }) => seconds)),
    );
    const isWhole = longest.every((seconds) => Number.isFinite(seconds));
    return isWhole ? longest.reduce((sum, seconds) => sum + seconds, 0) : null;
  };

const slowestCheck = ({ services }: Report): number | null =>
  services
    .flatMap(({ checks }) => checks.map(({ seconds }) => seconds))
    .reduce<number | null>((slowest, seconds) => Math.max(slowest ?? 0, seconds), null);

/** @param better whether less (a time) or more (a rate) is better */
function sampled(
  runs: readonly Evidence[],
  read: (report: Report) => number | null,
  better: 'least' | 'most',
): Measurement | undefined {
  const samples = runs.flatMap(({ address, report }) => {
    const value = read(report);
    return value !== null && value > 0
      ? [{ address, value, on: report.finishedAt.slice(0, 10) }]
      : [];
  });
  const values = samples.map(({ value }) => value).toSorted((a, b) => a - b);
  const [first, ...rest] = samples.map(({ address }) => address).toSorted();
  const newest = samples
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  if (first === undefined || newest === undefined) return undefined;
  return {
    runs: samples.length,
    expected: median(values),
    worst: better === 'least' ? Math.max(...values) : Math.min(...values),
    newest,
    evidence: [first, ...rest],
  };
}

/** @param values in order, at least one */
function median(values: readonly number[]): number {
  const middle = values.length / 2;
  const pair = values.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return pair.reduce((sum, value) => sum + value, 0) / pair.length;
}
