import { styleText } from 'node:util';

import { formatDuration } from '@resilience/config/duration';
import type { Candidate } from '@resilience/recovery/candidate';
import type { Judgement, Proof } from '@resilience/recovery/prove';
import type { RecoveryTime } from '@resilience/recovery/recovery-time';

import { formatUsd } from '../cost/format-usd.ts';
import { formatLoss } from '../format-loss.ts';
import { formatSeconds, formatTerm } from '../format-term.ts';

/** A change that would mend what is breached, and what it costs on average a month. */
export interface Mend {
  readonly path: string;
  readonly from: string;
  readonly to: string;
  /** US dollars. */
  readonly difference: number;
}

/** Regions without known prices, for which none is the cheapest. */
export interface Unpriced {
  readonly unpriced: readonly string[];
}

/** A proof, and where it is a breach, the cheapest change that mends it: null if none was found. */
export interface Explained extends Proof {
  readonly mend?: Mend | Unpriced | null;
}

/** One disaster: what is declared, what would be lost by each schedule, and what the time is made of. */
export function formatProof(proof: Explained): string {
  const title = styleText(
    proof.verdict === 'proved' ? 'green' : 'red',
    `${proof.scenario}: ${proof.verdict}`,
  );
  return [title, ...formatPoint(proof), ...formatTime(proof), ...formatMend(proof)].join('\n');
}

function formatPoint({ rpo, plan, candidates, excluded, lost }: Proof): string[] {
  const head = `  RPO ${against(rpo)}`;
  if (candidates.length + excluded.length === 0) {
    return [`${head}: volumes stay as they are, nothing is lost`];
  }
  const of = lost.length > 0 ? `: no copy of ${lost.join(', ')} is left` : '';
  const [first] = plan;
  return [
    `${head}${of}`,
    ...candidates.map((one) => `    ${plan.includes(one) ? '→' : ' '} ${formatLoss(one)}`),
    ...excluded.map(({ schedule, why }) => `    - ${schedule} ${why}`),
    ...(first ? formatSourceOf(first) : []),
  ];
}

const formatSourceOf = ({ location, reach }: Candidate): string[] => [
  `    from ${location.bucket} in ${location.region}, with ${location.keyAlias} and ${location.repositorySecret}`,
  `    kept ${formatDuration(reach.kept)}; must reach back ${formatDuration(reach.needed)}`,
];

const formatTime = ({ rto, time, missing, candidates }: Proof): string[] => [
  `  RTO ${against(rto)}${slowest(candidates.find((one) => one.time === time))}`,
  ...(time ? time.terms.map((term) => `      ${formatTerm(term)}${expectedOf(term)}`) : []),
  ...missing.map((path) => `    ? ${path} is neither assumed nor measured often enough`),
];

/** The recovery point is that of the best schedule, the time that of another. */
const slowest = (one: Candidate | undefined): string =>
  one ? `: from a backup by ${one.schedule}, the slowest that can be the newest` : '';

function formatMend({ mend }: Explained): string[] {
  if (mend === undefined) return [];
  if (mend === null) return ['  no change of one or two schedules mends it: declare what holds'];
  if ('unpriced' in mend) {
    return [
      `  no mend was looked for: declare the prices of ${mend.unpriced.join(', ')} in prices`,
    ];
  }
  const { path, from, to, difference } = mend;
  const costs = `${difference < 0 ? '-' : '+'}${formatUsd(Math.abs(difference))} US dollars a month`;
  return [`  mended at the least cost by ${path}: ${from} → ${to}, ${costs}`];
}

const expectedOf = ({ expected }: RecoveryTime['terms'][number]): string =>
  `; ${formatSeconds(expected)} expected`;

const against = ({ declared, worst, expected }: Judgement): string =>
  [
    formatDuration(declared),
    ...(worst ? [`at worst ${formatDuration(worst)}`] : []),
    ...(expected ? [`expected ${formatDuration(expected)}`] : []),
  ].join(', ');
