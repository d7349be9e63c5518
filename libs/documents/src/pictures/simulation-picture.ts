import type { Simulated } from '@resilience/recovery/simulate';

import { nameNeverRecovered } from '../words/format-never-recovered.ts';
import { formatSeconds } from '../words/format-term.ts';
import { type Entry, legendRow } from './legend.ts';
import { dashed, heading, label, line, rectangle, svg } from './svg.ts';

const left = 250;
const top = 124;
const row = 18;
/** Of the declared objective. */
const whole = 250;
const between = 90;
/** What is far beyond is cut off, with its figure in the title. */
const furthest = 1.2;
const columns = [left, left + whole + between] as const;
const width = columns[1] + furthest * whole + 24;

/** The darker, the more disasters stayed within it; the widest is drawn first. */
const shades = [
  ['max', '#c6dcec', 'the worst of all'],
  ['p99', '#8fbbdb', '99 % stay within'],
  ['p95', '#4f94c4', '95 % stay within'],
  ['p50', '#0b4f8a', 'half stay within'],
] as const;
const proved = '#d55e00';

/** What was simulated. */
export interface Simulation {
  readonly env: string;
  readonly years: number;
  readonly seed: number;
}

/** What was lost and how long it took, beside the objective, for each service and disaster, as SVG. */
export function simulationPicture(
  { env, years, seed }: Simulation,
  results: readonly Simulated[],
): string {
  const notes = notesOf(results);
  const bottom = top + results.length * row;
  const height = bottom + 12 + notes.length * row;
  const title = `Simulated disasters of ${env}: what is lost, and how long until it is back`;
  const description = [
    'Shares of what is declared.',
    ...results.map(describe),
    ...notes.map((note) => `${note}.`),
  ].join(' ');
  return svg({ id: `simulation-${env}`, title, description, width, height }, [
    heading([8, 22], title),
    label(
      [8, 40],
      `${years} years (seed ${seed}). Bars are shares of what is declared (100 %): how much half, 95 %, 99 % and all of the disasters of a kind take.`,
    ),
    ...legendRow([8, 52], 140, [
      ...shades.toReversed().map(([, colour, words]): Entry => [colour, words]),
      [proved, 'the worst that is proved'],
    ]),
    ...axis(columns[0], 'data lost, of the RPO', bottom),
    ...axis(columns[1], 'time until it is back, of the RTO', bottom),
    ...results.flatMap((one, index) => drawn(one, top + index * row)),
    ...notes.map((note, index) => label([8, bottom + index * row + 18], note)),
  ]);
}

/** From nothing to the whole objective, in quarters. */
const axis = (x: number, words: string, bottom: number): string[] => [
  label([x, top - 28], words),
  ...[0, 25, 50, 75].flatMap((percent) => {
    const at = x + (percent / 100) * whole;
    return [label([at, top - 10], `${percent} %`, 'middle'), line([at, top - 5], [at, bottom])];
  }),
  label([x + whole, top - 10], '100 %', 'middle'),
  dashed([x + whole, top - 5], [x + whole, bottom]),
];

/** No bar is about what no backup holds. */
const notesOf = (results: readonly Simulated[]): string[] => [
  ...new Set(
    results.flatMap(({ proof: { service, neverRecovered } }) =>
      neverRecovered.map((one) => `${service}: never recovered: ${nameNeverRecovered(one)}`),
    ),
  ),
];

const describe = ({ proof: { service, scenario, rpo, rto }, loss, time }: Simulated): string =>
  `${service} after ${scenario}: half lose at most ${formatSeconds(loss.p50)}, all at most ${formatSeconds(loss.max)}, declared ${formatSeconds(rpo.declared.seconds)}; half are back within ${formatSeconds(time.p50)}, all within ${formatSeconds(time.max)}, declared ${formatSeconds(rto.declared.seconds)}.`;

const drawn = ({ proof, loss, time }: Simulated, y: number): string[] => [
  label([8, y + 12], `${proof.service}, ${proof.scenario}`),
  ...bars([columns[0], y], loss, proof.rpo),
  ...bars([columns[1], y], time, proof.rto),
];

function bars(
  [x, y]: readonly [number, number],
  spread: Simulated['loss'],
  { declared, worst }: Simulated['proof']['rpo'],
): string[] {
  if (declared.seconds === 0) return [label([x + 4, y + 12], 'nothing may be lost')];
  const at = (seconds: number): number => Math.min(furthest, seconds / declared.seconds) * whole;
  const mark = { x: x + at(worst?.seconds ?? 0) - 1.5, y: y + 1, width: 3, height: 15 };
  return [
    ...shades.map(([name, shade, words]) =>
      rectangle(
        { x, y: y + 3, width: at(spread[name]), height: 11 },
        shade,
        `${words}: ${formatSeconds(spread[name])}`,
      ),
    ),
    rectangle(mark, proved, `the worst that is proved: ${formatSeconds(worst?.seconds ?? 0)}`),
  ];
}
