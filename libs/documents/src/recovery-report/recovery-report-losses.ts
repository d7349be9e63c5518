import type { Environment } from '@resilience/config/environment';
import { type Scenario, scenarios } from '@resilience/config/scenario';
import { disasters } from '@resilience/recovery/disaster';
import type { Proof } from '@resilience/recovery/prove';
import { type Unprotected, unprotected } from '@resilience/recovery/unprotected';
import { waiverOf } from '@resilience/recovery/waived';
import { markdownTable } from '@resilience/render/markdown-file';

import { formatLeftOut } from '../words/format-left-out.ts';
import { nameNeverRecovered, reasonOf } from '../words/format-never-recovered.ts';
import type { Reported } from './recovery-report-subject.ts';

/** What is gone for good, and why that was accepted. */
interface LossForGood {
  readonly service: string;
  readonly what: string;
  readonly why: string;
}

/** A table of what no backup brings back, and in which disasters. */
export function lossesForGood({ environment, proofs }: Pick<Reported, 'environment' | 'proofs'>) {
  const groups = new Map<string, { loss: LossForGood; in: Scenario[] }>();
  const losses = [
    ...unprotected(environment).map((given) => ({ scenario: given.scenario, loss: lossOf(given) })),
    ...proofs.flatMap((proof) =>
      lossesOf(environment, proof).map((loss) => ({ scenario: proof.scenario, loss })),
    ),
  ];
  for (const { scenario, loss } of losses) {
    const key = JSON.stringify(loss);
    const group = groups.get(key) ?? { loss, in: [] };
    group.in.push(scenario);
    groups.set(key, group);
  }
  const rows = [...groups.values()].map((group) => {
    const { service, what, why } = group.loss;
    return [service, what, formatScenarios(group.in), why];
  });
  rows.push(
    ...formatLeftOut(environment).map(({ service, what, reason }) => [
      service,
      what,
      formatScenarios(scenarios.filter((scenario) => !disasters[scenario].keepsVolumes)),
      `Left out of every backup: ${reasonOf({ reason })}`,
    ]),
  );
  return [
    '### What is never recovered',
    rows.length === 0
      ? 'Nothing: every volume is in a backup that outlives each disaster.'
      : markdownTable([['Service', 'What is lost', 'In which disasters', 'Why'], ...rows]),
  ];
}

/** Of what is given up, nothing is restored. */
const lossOf = ({ service, reason }: Unprotected): LossForGood => ({
  service,
  what: 'all of it',
  why: `Accepted: ${reasonOf({ reason })}`,
});

function lossesOf(environment: Environment, proof: Proof): LossForGood[] {
  const { service, neverRecovered, lost } = proof;
  const skipped = new Set(neverRecovered.map(({ volume }) => volume));
  const gone = lost.filter((name) => !skipped.has(name));
  const waiver = waiverOf(environment, proof, 'rpo');
  const waived = waiver ? `Waived: ${reasonOf(waiver)}` : 'No reason is declared: a breach.';
  return [
    ...neverRecovered.map((one) => ({
      service,
      what: nameNeverRecovered(one),
      why: [
        `No backup holds it: ${reasonOf(one)}`,
        ...(lost.includes(one.volume) ? [waived] : []),
      ].join(' '),
    })),
    ...(gone.length > 0
      ? [{ service, what: gone.join(', '), why: `No copy is left. ${waived}` }]
      : []),
  ];
}

/** The shorter of those that are in it and those that are not. */
function formatScenarios(found: readonly Scenario[]): string {
  const others = scenarios.filter((scenario) => !found.includes(scenario));
  if (others.length === 0) return 'all';
  return others.length < found.length ? `all but ${others.join(', ')}` : found.join(', ');
}
