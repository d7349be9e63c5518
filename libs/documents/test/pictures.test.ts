import { isDeepStrictEqual } from 'node:util';

import { days, hours } from '@resilience/config';
import { parseCron } from '@resilience/config/cron';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { price } from '@resilience/cost/price';
import { prove } from '@resilience/recovery/prove';
import { simulate } from '@resilience/recovery/simulate';
import { some } from '@resilience/vitest/some';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { calendarPicture } from '../src/pictures/calendar-picture.ts';
import { costPicture } from '../src/pictures/cost-picture.ts';
import { roundSteps } from '../src/pictures/round-steps.ts';
import { simulationPicture } from '../src/pictures/simulation-picture.ts';
import { recoveryReport } from '../src/recovery-report/recovery-report.ts';
import { costWords } from '../src/words/cost-words.ts';

const environment = primaryEnvironment();
const bill = price(environment);
const cost = (budget?: number, name = 'primary'): string =>
  costPicture({ environment: name, bill, budget });
const simulation = simulationPicture(
  { env: 'primary', years: 5, seed: 1 },
  simulate(environment, { years: 5, seed: 1, failingRuns: 0, outagesPerYear: 0 }),
);
const calendar = calendarPicture(environment);

test.each([
  ['calendar', calendar],
  ['cost', cost(100)],
  ['simulation', simulation],
])('the %s is named and described for people who do not see it', (kind, picture) => {
  const id = `${kind}-primary`;
  expect(picture).toMatch(
    new RegExp(`^<svg .*role="img" aria-labelledby="${id}-title ${id}-description">`),
  );
  expect(picture).toMatch(new RegExp(`<title id="${id}-title">[^<]{20,}</title>`));
  expect(picture).toMatch(new RegExp(`<desc id="${id}-description">[^<]{50,}</desc>`));
});

const balanced = (picture: string): boolean => {
  const tags = (pattern: RegExp): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const [, tag = ''] of picture.matchAll(pattern)) counts[tag] = (counts[tag] ?? 0) + 1;
    return counts;
  };
  return (
    isDeepStrictEqual(tags(/<(\w+)(?: [^<>]*[^/<>])?>/g), tags(/<\/(\w+)>/g)) &&
    !/NaN|undefined/.test(picture)
  );
};

test('a name cannot leave its place in a picture', () => {
  const name = '<script>"&';
  const pictures = [
    cost(1, name),
    calendarPicture({ ...environment, name }),
    simulationPicture({ env: name, years: 1, seed: 1 }, []),
  ];
  expect(pictures.filter((one) => one.includes(name))).toEqual([]);
  expect(pictures.map(balanced)).toEqual([true, true, true]);
  expect([calendar, cost(), simulation].map(balanced)).toEqual([true, true, true]);
});

test('axes begin at 0, are round, and reach what is highest in five steps at most', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1e7, noNaN: true }), (highest) => {
      const steps = roundSteps(highest);
      const [zero, step = 0] = steps;
      const last = steps.at(-1) ?? 0;
      expect([zero, /^[125]0*$/.test(String(step).replace('0.', ''))]).toEqual([0, true]);
      expect([steps.length <= 6, last >= highest, last - step < highest]).toEqual([
        true,
        true,
        true,
      ]);
    }),
  );
});

test.each([
  [225.1, [0, 50, 100, 150, 200, 250]],
  [400, [0, 100, 200, 300, 400]],
  [11, [0, 5, 10, 15]],
])('an axis up to %f has round figures', (highest, steps) => {
  expect(roundSteps(highest)).toEqual(steps);
});

const labels = (picture: string): string[] =>
  [...picture.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text = '']) => text);

test('a bill is drawn with its axes, its budget, and a legend in the order of its bars', () => {
  const shown = labels(cost(80));
  expect(shown).toEqual(
    expect.arrayContaining([
      'What the backups of primary cost a month',
      'US dollars a month',
      'month, counted from an empty bucket',
      'budget: 80 US dollars a month',
    ]),
  );
  const words = new Set<string>(Object.values(costWords));
  const legend = shown.filter((text) => words.has(text));
  const bar = [...cost(80).matchAll(/<title>([^<,]*), month 24:/g)].map(([, name]) => name);
  expect(legend).toEqual(some(bar).toReversed());
});

test('a budget that would leave nothing of the bars is named, and not drawn', () => {
  expect(cost(100_000)).toContain('budget: 100000 US dollars a month, far above this picture');
  expect(cost(100_000)).not.toContain('stroke-dasharray');
  expect(cost(80)).toContain('stroke-dasharray');
});

const colourOf = (picture: string, words: string): string | undefined =>
  new RegExp(`fill="(#\\w+)"[^>]*><title>${words}, month 24`).exec(picture)?.[1];

test('a part has one colour, whatever else an environment pays for', () => {
  const few = { ...bill, parts: bill.parts.filter(({ name }) => name === 'keys-and-secrets') };
  const picture = costPicture({ environment: 'few', bill: few, budget: undefined });
  const keys = costWords['keys-and-secrets'];
  expect(colourOf(picture, keys)).toMatch(/^#/);
  expect(colourOf(picture, keys)).toBe(colourOf(cost(), keys));
});

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const luminance = (colour: string): number =>
  [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
    .reduce((sum, share, at) => sum + share * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0);

test('parts that touch each other differ in lightness, for who sees no colours', () => {
  const shades = Object.values(costWords).map((words) => colourOf(cost(), words) ?? '');
  const contrasts = shades.slice(1).map((shade, at) => {
    const [a, b] = [luminance(shade) + 0.05, luminance(shades[at] ?? '') + 0.05];
    return Math.max(a, b) / Math.min(a, b);
  });
  expect(Math.min(...some(contrasts))).toBeGreaterThan(1.25);
});

const drills = {
  practice: {
    kind: 'validation' as const,
    cron: parseCron('0 6 * * 1'),
    durationBudget: hours(1),
    services: ['shop'],
  },
  'once-in-may': {
    kind: 'validation' as const,
    cron: parseCron('0 6 4 5 *'),
    durationBudget: hours(1),
    services: ['shop'],
  },
};

test('the calendar has drills beside backups, hours in UTC, and what is not in its week', () => {
  const picture = calendarPicture({ ...environment, drills });
  expect(labels(picture)).toEqual(
    expect.arrayContaining([
      ...Object.keys(environment.schedules),
      'practice',
      'not in this week: 0 6 4 5 *',
      '18',
    ]),
  );
  expect(picture).toContain('Hours are in UTC');
  expect(picture).toContain('<title>The drill practice starts by the cron expression 0 6 * * 1');
});

test('a calendar stays small, however often something runs', () => {
  const often = { ...drills.practice, cron: parseCron('*/5 * * * *') };
  expect(calendarPicture({ ...environment, schedules: {}, drills: { often } }).length).toBeLessThan(
    10_000,
  );
});

test('all that a calendar shows stands in the report, too', () => {
  const drilled = { ...environment, drills };
  const { content } = recoveryReport({ environment: drilled, proofs: prove(drilled), bill });
  const rows = content.split('## When backups and drills run\n')[1] ?? '';
  expect(rows).toContain('| drill | practice | `0 6 * * 1` | 1 h | — |');
  expect(rows).toContain('![A week of these backups and drills](calendar.svg)');
});

const rowsOf = (retention: number): string[] => {
  const changed = primaryEnvironment(({ schedules }) => {
    Object.assign(schedules['daily'] ?? {}, { retention: days(retention) });
  });
  const { content } = recoveryReport({
    environment: changed,
    proofs: prove(changed),
    bill: price(changed),
  });
  return (content.split('## What the backups cost\n')[1] ?? '').split('\n');
};

test('the report has what each part costs: a longer retention changes the row of what it keeps', () => {
  const before = new Set(rowsOf(30));
  const changed = rowsOf(45).filter((row) => !before.has(row));
  expect(changed.map((row) => row.split(' | ')[0])).toContain('| All of it');
  expect(changed.length).toBeLessThanOrEqual(4);
});

test('the shades of a simulation are explained, and have a scale', () => {
  expect(labels(simulation)).toEqual(
    expect.arrayContaining([
      'half stay within',
      '95 % stay within',
      '99 % stay within',
      'the worst of all',
      'the worst that is proved',
      '0 %',
      '100 %',
    ]),
  );
});
