import { styleText } from 'node:util';

import { formatDuration } from '@resilience/config/duration';
import type { Proof } from '@resilience/recovery/prove';

import { formatLoss } from '../format-loss.ts';

type Part = Proof['parts'][number];

/** One disaster: what is declared, and what each part of the service would lose by each schedule. */
export function formatProof({ scenario, declared, verdict, parts }: Proof): string {
  const head = `${scenario}: ${verdict}, RPO ${formatDuration(declared)}`;
  const title = styleText(verdict === 'proved' ? 'green' : 'red', head);
  if (parts.length === 0) return `${title}\n  volumes stay as they are: nothing is lost`;
  return [title, ...parts.map(formatPart)].join('\n');
}

const formatPart = ({ name, candidates, excluded }: Part): string =>
  [
    `  ${name}${candidates.length === 0 ? ': no copy is left' : ''}`,
    ...candidates.map((loss, index) => `    ${index === 0 ? '→' : ' '} ${formatLoss(loss)}`),
    ...excluded.map(({ schedule, why }) => `    - ${schedule} ${why}`),
  ].join('\n');
