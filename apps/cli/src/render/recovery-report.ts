import { formatDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import type { Judgement, Proof } from '@resilience/recovery/prove';
import { markdownFile, markdownTable } from '@resilience/render/markdown-file';
import type { RenderedFile } from '@resilience/render/rendered-file';

import { isExcused } from './breaches.ts';

/** `recovery.md`: what each service loses at worst and how long it is away, beside what it declares. */
export const recoveryReport = (
  environment: Environment,
  proofs: readonly Proof[],
  pictures: readonly RenderedFile[],
): RenderedFile =>
  markdownFile('recovery.md', [
    `# Recovery of ${environment.name}`,
    proofs.length === 0
      ? 'No services are declared here.'
      : markdownTable([
          [
            'Service',
            'Disaster',
            'May lose (RPO)',
            'Loses at worst',
            'Back within (RTO)',
            'Back at worst',
            'As expected',
            'Restored from',
            'Verdict',
          ],
          ...proofs.map((proof) => row(environment, proof)),
        ]),
    `The most is lost when the disaster comes just before the next backup is there: the longest gap between firings, how long a backup may take, and the lag of replication. The time is counted from the disaster, or from its discovery where it is found late, to the last check that passed. \`npm run resilience -- explain ‹service› --env ${environment.name}\` derives each figure.`,
    ...pictures.map(({ path }) => `![${titles[path] ?? path}](${path})`),
  ]);

const titles: Readonly<Record<string, string>> = {
  'calendar.svg': 'A week of backups',
  'cost.svg': 'The cost of two years',
};

function row(environment: Environment, proof: Proof): string[] {
  const { service, scenario, rpo, rto, plan, lost } = proof;
  return [
    service,
    scenario,
    formatDuration(rpo.declared),
    lost.length > 0 ? `everything: no copy of ${lost.join(', ')} is left` : formatWorst(rpo),
    formatDuration(rto.declared),
    formatWorst(rto),
    rto.expected ? formatDuration(rto.expected) : '',
    plan.map(({ schedule }) => schedule).join(', '),
    proof.verdict !== 'proved' && isExcused(environment, proof)
      ? `${proof.verdict}, waived`
      : proof.verdict,
  ];
}

const formatWorst = ({ worst }: Judgement): string => (worst ? formatDuration(worst) : 'unknown');
