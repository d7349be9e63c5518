import { formatDuration } from '@resilience/config/duration';
import type { Judgement, Proof } from '@resilience/recovery/prove';
import { markdownTable } from '@resilience/render/markdown-file';

/** So many of each objective. */
const shown = 3;

type Objective = 'RPO' | 'RTO';

/** An objective and what is left of it at worst; below zero where it is broken. */
interface Margin {
  readonly service: string;
  readonly scenario: Proof['scenario'];
  readonly declared: number;
  readonly worst: number;
}

/** The objectives that break first when something takes longer than it is known to. */
export function tightestMargins(proofs: readonly Proof[]): string[] {
  const rows = [...tightest(proofs, 'RPO'), ...tightest(proofs, 'RTO')];
  if (rows.length === 0) return [];
  return [
    '### The tightest margins',
    markdownTable([
      ['Objective', 'Disaster', 'Services', 'Declared', 'At worst', 'Margin'],
      ...rows,
    ]),
  ];
}

/** What has the same margin stands in one row. */
function tightest(proofs: readonly Proof[], objective: Objective): string[][] {
  const margins = proofs.flatMap((proof) => marginOf(proof, objective) ?? []);
  const byScenario = Map.groupBy(margins, ({ scenario, declared, worst }) =>
    [scenario, declared, worst].join(' '),
  );
  const byServices = Map.groupBy(byScenario.values(), (group) =>
    [group[0]?.declared, group[0]?.worst, ...group.map(({ service }) => service)].join(' '),
  );
  return [...byServices.values()]
    .map((groups) => groups.flat())
    .toSorted(([a], [b]) => shareOf(a) - shareOf(b))
    .slice(0, shown)
    .flatMap((group) => row(objective, group));
}

/** None where nothing is restored and so nothing lost, nor where no worst case is known. */
function marginOf(proof: Proof, objective: Objective): Margin | undefined {
  const { declared, worst }: Judgement = objective === 'RPO' ? proof.rpo : proof.rto;
  if (!worst || (objective === 'RPO' && proof.plan.length === 0)) return undefined;
  const { service, scenario } = proof;
  return { service, scenario, declared: declared.seconds, worst: worst.seconds };
}

const shareOf = (margin: Margin | undefined): number => {
  if (!margin) return 1;
  const { declared, worst } = margin;
  return declared === 0 ? -worst : (declared - worst) / declared;
};

function row(objective: Objective, group: readonly Margin[]): string[][] {
  const [first] = group;
  if (!first) return [];
  const { declared, worst } = first;
  return [
    [
      objective,
      [...new Set(group.map(({ scenario }) => scenario))].join(', '),
      [...new Set(group.map(({ service }) => service))].join(', '),
      formatDuration({ seconds: declared }),
      formatDuration({ seconds: worst }),
      worst > declared
        ? `none: ${formatDuration({ seconds: worst - declared })} too much`
        : `${formatDuration({ seconds: declared - worst })} (${Math.floor(shareOf(first) * 100)} %)`,
    ],
  ];
}
