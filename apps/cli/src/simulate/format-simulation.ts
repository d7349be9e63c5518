import { styleText } from 'node:util';

import type { Proof } from '@resilience/recovery/prove';
import type { Simulated } from '@resilience/recovery/simulate';

import type { SimulateFlags } from '../commands/simulate.ts';
import { formatLost } from '../format-lost.ts';
import { formatNeverRecovered } from '../format-never-recovered.ts';
import { formatSeconds } from '../format-term.ts';
import { isBeyondProof } from './simulate.ts';

const widths = [14, 20, 6, ...Array.from({ length: 6 }, () => 19)];

/**
 * Two lines for each service and disaster: what was lost, and when it was back. What is never recovered
 * is named beneath, and what could not be simulated at the end.
 */
export function formatSimulation(
  { env, years, seed, failing, outages }: SimulateFlags,
  results: readonly Simulated[],
  notSimulated: readonly Proof[],
): string {
  const mishaps =
    failing + outages === 0
      ? 'as the proof assumes'
      : `${failing} % of backups failing, ${outages} outages a year`;
  const head = row(['service', 'disaster', '', 'p50', 'p95', 'p99', 'max', 'proved', 'declared']);
  return `${[
    `${env}: ${years} years, each with every disaster once (seed ${seed}), ${mishaps}`,
    styleText('bold', head),
    ...results.flatMap(lines),
    ...notSimulated.flatMap(leftOut),
  ].join('\n')}\n`;
}

function lines(simulated: Simulated): string[] {
  const { proof, loss, time, lost, beyondRpo, beyondRto } = simulated;
  const told = (
    kind: 'rpo' | 'rto',
    { p50, p95, p99, max }: Simulated['loss'],
    beyond: number,
  ): string =>
    row([
      ...(kind === 'rpo' ? [proof.service, proof.scenario, 'lost'] : ['', '', 'back']),
      ...[p50, p95, p99, max, proof[kind].worst?.seconds ?? 0, proof[kind].declared.seconds].map(
        formatSeconds,
      ),
    ]) +
    (beyond > 0
      ? styleText('red', `  ${(beyond * 100).toFixed(2)} % beyond what is declared`)
      : '');
  return [
    told('rpo', loss, beyondRpo) + (lost > 0 ? `, ${lost} times without any backup` : ''),
    told('rto', time, beyondRto),
    ...(isBeyondProof(simulated) ? ['  more than the proof allows'] : []),
    ...indented(proof),
  ];
}

function leftOut(proof: Proof): string[] {
  const { service, scenario, missing } = proof;
  const why = missing.length > 0 ? `${missing.join(', ')} is not known` : formatLost(proof);
  return [`${service}, ${scenario} is not simulated: ${why}`, ...indented(proof)];
}

const indented = ({ neverRecovered }: Proof): string[] =>
  formatNeverRecovered(neverRecovered).map((line) => `  ${line}`);

const row = (cells: readonly string[]): string =>
  cells
    .map((cell, index) =>
      index < 3 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
    )
    .join('')
    .trimEnd();
