import { styleText } from 'node:util';

import { formatLost } from '@resilience/documents/words/format-lost';
import { formatNeverRecovered, reasonOf } from '@resilience/documents/words/format-never-recovered';
import { formatSeconds } from '@resilience/documents/words/format-term';
import { formatUnprotected } from '@resilience/documents/words/format-unprotected';
import type { Proof } from '@resilience/recovery/prove';
import type { Simulated } from '@resilience/recovery/simulate';

import { formatTable } from '../format-table.ts';
import { terminalWidth } from '../terminal-width.ts';
import { isBeyondProof } from './beyond-proof.ts';
import type { LeftOut } from './left-out.ts';
import type { SimulateFlags } from './simulate-flags.ts';

/**
 * Two rows for each service and disaster: what was lost, and when it was back. Below them stands what broke an
 * objective, what is never recovered, and what could not be simulated.
 */
export function formatSimulation(
  { env, years, seed, failing, outages }: SimulateFlags,
  results: readonly Simulated[],
  notSimulated: readonly LeftOut[],
): string {
  const mishaps =
    failing + outages === 0
      ? 'as the proof assumes'
      : `${failing} % of backups failing, ${outages} outages a year`;
  const width = terminalWidth();
  const [head = '', ...rows] = formatTable([headings, ...results.flatMap(rowsOf)], width);
  return [
    `${env}: ${years} years, each with every disaster once (seed ${seed}), ${mishaps}`,
    styleText('bold', head),
    ...rows,
    ...results.flatMap(remarks),
    ...new Set(notSimulated.flatMap(leftOut)),
  ].join('\n');
}

const headings = ['service', 'disaster', '', 'p50', 'p95', 'p99', 'max', 'proved', 'declared'];

function rowsOf({ proof, loss, time }: Simulated): string[][] {
  const cells = (kind: 'rpo' | 'rto', { p50, p95, p99, max }: Simulated['loss']): string[] =>
    [p50, p95, p99, max, proof[kind].worst?.seconds ?? 0, proof[kind].declared.seconds].map(
      formatSeconds,
    );
  return [
    [proof.service, proof.scenario, 'lost', ...cells('rpo', loss)],
    ['', '', 'back', ...cells('rto', time)],
  ];
}

const beyond = (objective: string, share: number): string[] =>
  share > 0
    ? [styleText('red', `${objective}: ${(share * 100).toFixed(2)} % beyond what is declared`)]
    : [];

/** What stands out of one service in one disaster. */
function remarks(simulated: Simulated): string[] {
  const { proof, lost, beyondRpo, beyondRto } = simulated;
  const found = [
    ...beyond('RPO', beyondRpo),
    ...beyond('RTO', beyondRto),
    ...(lost > 0 ? [`${lost} times without any backup`] : []),
    ...(isBeyondProof(simulated) ? ['more than the proof allows'] : []),
    ...formatNeverRecovered(proof.neverRecovered),
  ];
  return found.map((remark) => `${proof.service}, ${proof.scenario}: ${remark}`);
}

function leftOut(proof: LeftOut): string[] {
  const { service, scenario } = proof;
  if (proof.verdict === 'not-backed-up') {
    return [`${service} is not simulated: it is not backed up: ${reasonOf(proof)}`];
  }
  if (proof.verdict === 'unprotected') {
    return [`${service}, ${scenario} is not simulated: ${formatUnprotected(proof)}`];
  }
  const { missing } = proof;
  const why = missing.length > 0 ? `${missing.join(', ')} is not known` : formatLost(proof);
  return [`${service}, ${scenario} is not simulated: ${why}`, ...indented(proof)];
}

const indented = ({ neverRecovered }: Proof): string[] =>
  formatNeverRecovered(neverRecovered).map((line) => `  ${line}`);
