import { formatDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import type { Proof } from '@resilience/recovery/prove';
import { markdownFile, markdownTable } from '@resilience/render/markdown-file';
import type { RenderedFile } from '@resilience/render/rendered-file';

import { formatLoss } from '../format-loss.ts';
import { isWaived } from './breaches.ts';

/** `recovery.md`: what each service loses at worst, beside what it declares. */
export const recoveryReport = (environment: Environment, proofs: readonly Proof[]): RenderedFile =>
  markdownFile('recovery.md', [
    `# Recovery of ${environment.name}`,
    proofs.length === 0
      ? 'No services are declared here.'
      : markdownTable([
          ['Service', 'Disaster', 'RPO', 'Worst case', 'Verdict'],
          ...proofs.map((proof) => [
            proof.service,
            proof.scenario,
            formatDuration(proof.declared),
            worstCase(proof),
            isWaived(environment, proof) ? `${proof.verdict}, waived` : proof.verdict,
          ]),
        ]),
    'The worst case is a disaster just before the next backup is there: the longest gap between firings, how long a backup may take, and the lag of replication. Recovery times are declared and not proved yet.',
  ]);

function worstCase({ loss, lost }: Proof): string {
  if (lost.length > 0) return `${lost.join(', ')}: no copy is left`;
  return loss ? formatLoss(loss) : 'nothing is lost';
}
