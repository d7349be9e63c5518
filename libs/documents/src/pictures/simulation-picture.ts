import type { RenderedFile } from '@resilience/render/rendered-file';
import type { Simulated } from '@resilience/recovery/simulate';

import { nameNeverRecovered } from '../words/format-never-recovered.ts';
import { formatSeconds } from '../words/format-term.ts';
import { label, line, pictureFile, rectangle } from './svg.ts';

const left = 250;
const top = 50;
const row = 18;
/** The declared objective. */
const whole = 260;
const between = 60;

/** The darker, the more disasters stayed within it. */
const tones = [
  ['max', '#c6dcec'],
  ['p99', '#8fbbdb'],
  ['p95', '#4f94c4'],
  ['p50', '#0072b2'],
] as const;

/** What was simulated. */
export interface Simulation {
  readonly env: string;
  readonly years: number;
  readonly seed: number;
}

/** What was lost and how long it took, beside the objective, for each service and disaster. */
export function simulationPicture(
  { env, years, seed }: Simulation,
  results: readonly Simulated[],
): RenderedFile {
  const width = left + 2 * whole + between + 40;
  const notes = notesOf(results);
  const below = top + results.length * row;
  const height = below + notes.length * row + 10;
  const title = `${env}: ${years} simulated years (seed ${seed}), half, 95 %, 99 % and all of the disasters, as shares of what is declared; a mark is what was proved`;
  const columns = [left, left + whole + between];
  const heads = ['data lost', 'time until it was back'].flatMap((name, index) => [
    label([columns[index] ?? 0, top - 12], name),
    line([(columns[index] ?? 0) + whole, top - 6], [(columns[index] ?? 0) + whole, below + 4]),
  ]);
  const rows = results.flatMap(({ proof, loss, time }, index) => {
    const y = top + index * row;
    return [
      label([8, y + 12], `${proof.service}, ${proof.scenario}`),
      ...bars([columns[0] ?? 0, y], loss, proof.rpo),
      ...bars([columns[1] ?? 0, y], time, proof.rto),
    ];
  });
  return pictureFile('simulation.svg', { title, width, height }, [
    label([8, 18], title),
    ...heads,
    ...rows,
    ...notes.map((note, index) => label([8, below + index * row + 16], note)),
  ]);
}

/** No bar is about what no backup holds. */
const notesOf = (results: readonly Simulated[]): string[] => [
  ...new Set(
    results.flatMap(({ proof: { service, neverRecovered } }) =>
      neverRecovered.map((one) => `${service}: never recovered: ${nameNeverRecovered(one)}`),
    ),
  ),
];

function bars(
  [x, y]: readonly [number, number],
  spread: Simulated['loss'],
  { declared, worst }: Simulated['proof']['rpo'],
): string[] {
  if (declared.seconds === 0) return [];
  // What is far beyond is cut off, with its figure in the title.
  const at = (seconds: number): number => Math.min(1.2, seconds / declared.seconds) * whole;
  const proved = { x: x + at(worst?.seconds ?? 0) - 1, y: y + 1, width: 2, height: 14 };
  return [
    ...tones.map(([name, tone]) =>
      rectangle(
        { x, y: y + 3, width: at(spread[name]), height: 10 },
        tone,
        `${name} ${formatSeconds(spread[name])}`,
      ),
    ),
    rectangle(proved, '#d55e00', `proved ${formatSeconds(worst?.seconds ?? 0)}`),
  ];
}
