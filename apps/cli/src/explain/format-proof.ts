import { styleText } from 'node:util';

import { formatDuration } from '@resilience/config/duration';
import { formatLoss } from '@resilience/documents/words/format-loss';
import { formatLost } from '@resilience/documents/words/format-lost';
import { formatNeverRecovered } from '@resilience/documents/words/format-never-recovered';
import { formatSeconds, formatTerm } from '@resilience/documents/words/format-term';
import { formatUsd } from '@resilience/documents/words/format-usd';
import { formatVerdict } from '@resilience/documents/words/format-verdict';
import type { Candidate } from '@resilience/recovery/candidate';
import { disasters } from '@resilience/recovery/disaster';
import type { Input } from '@resilience/recovery/inputs';
import { holds, type Judgement, type Proof } from '@resilience/recovery/prove';
import type { RecoveryTime } from '@resilience/recovery/recovery-time';

/** A change that would mend what is breached, and what it costs on average a month. */
interface Mend {
  readonly path: string;
  readonly from: string;
  readonly to: string;
  /** US dollars. */
  readonly difference: number;
}

/** A proof with what it is computed from, and where it is a breach, the cheapest change that mends it. */
export interface Explained extends Proof {
  readonly inputs: { readonly rpo: readonly Input[]; readonly rto: readonly Input[] };
  /** Null if none was found, or none was searched. */
  readonly mend?: Mend | null;
  /** Regions without known prices, for which no change is searched. */
  readonly unpricedRegions?: readonly string[];
}

/** One disaster: what is declared, what would be lost by each schedule, and what the time is made of. */
export function formatProof(proof: Explained): string {
  const title = styleText(
    holds(proof) ? 'green' : 'red',
    `${proof.scenario}: ${formatVerdict(proof)}`,
  );
  return [
    title,
    ...formatNeverRecovered(proof.neverRecovered).map((line) => `  ${line}`),
    ...formatPoint(proof),
    ...formatTime(proof),
    ...formatMend(proof),
  ].join('\n');
}

function formatPoint(proof: Proof): string[] {
  const { scenario, rpo, plan, candidates, excluded, lost, neverRecovered } = proof;
  const head = `  RPO ${against(rpo)}`;
  if (disasters[scenario].keepsVolumes) {
    return [`${head}: volumes stay as they are, nothing is lost`];
  }
  const rest = neverRecovered.length > 0 ? ', of the rest' : '';
  const of = lost.length > 0 ? `: ${formatLost(proof)}` : rest;
  const [first] = plan;
  return [
    `${head}${of}`,
    ...candidates.map((one) => `    ${plan.includes(one) ? '→' : ' '} ${formatLoss(one)}`),
    ...excluded.map(({ schedule, why }) => `    - ${schedule} ${why}`),
    ...(candidates.length + excluded.length === 0 ? ['    - no schedule is declared'] : []),
    ...(first ? formatSourceOf(first) : []),
  ];
}

const formatSourceOf = ({ location, reach }: Candidate): string[] => [
  `    from ${location.bucket} in ${location.region}, with ${location.keyAlias} and ${location.repositorySecret}`,
  `    kept ${formatDuration(reach.kept)}; must reach back ${formatDuration(reach.needed)}`,
];

const formatTime = ({ rto, time, missing, candidates }: Proof): string[] => [
  `  RTO ${against(rto)}${time ? slowest(candidates.find((one) => one.time === time)) : nothingLeft}`,
  ...(time ? time.terms.map((term) => `      ${formatTerm(term)}${expectedOf(term)}`) : []),
  ...missing.map((path) => `    ? ${path} is neither assumed nor measured often enough`),
];

const nothingLeft = ': no backup is left to restore from';

/** The recovery point is that of the best schedule, the time that of another. */
const slowest = (one: Candidate | undefined): string =>
  one ? `: from a backup by ${one.schedule}, the slowest that can be the newest` : '';

function formatMend({ mend, unpricedRegions }: Explained): string[] {
  if (mend === undefined) return [];
  if (unpricedRegions) {
    return [
      `  no change is searched: declare the prices of ${unpricedRegions.join(', ')} in prices`,
    ];
  }
  if (mend === null) return ['  no change of one or two schedules mends it: declare what holds'];
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
