import { styleText } from 'node:util';

import { formatDuration } from '@resilience/config/duration';
import type { Candidate } from '@resilience/recovery/candidate';
import type { Judgement, Proof } from '@resilience/recovery/prove';
import type { RecoveryTime } from '@resilience/recovery/recovery-time';

import { formatLoss } from '../format-loss.ts';
import { formatSeconds, formatTerm } from '../format-term.ts';

/** One disaster: what is declared, what would be lost by each schedule, and what the time is made of. */
export function formatProof(proof: Proof): string {
  const title = styleText(
    proof.verdict === 'proved' ? 'green' : 'red',
    `${proof.scenario}: ${proof.verdict}`,
  );
  return [title, ...formatPoint(proof), ...formatTime(proof)].join('\n');
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

const formatTime = ({ rto, time, missing }: Proof): string[] => [
  `  RTO ${against(rto)}`,
  ...(time ? time.terms.map((term) => `      ${formatTerm(term)}${expectedOf(term)}`) : []),
  ...missing.map((path) => `    ? ${path} is neither assumed nor measured often enough`),
];

const expectedOf = ({ expected }: RecoveryTime['terms'][number]): string =>
  `; ${formatSeconds(expected)} expected`;

const against = ({ declared, worst, expected }: Judgement): string =>
  [
    formatDuration(declared),
    ...(worst ? [`at worst ${formatDuration(worst)}`] : []),
    ...(expected ? [`expected ${formatDuration(expected)}`] : []),
  ].join(', ');
