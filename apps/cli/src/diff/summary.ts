import type { Diff, PlacedStatement } from './diff-flags.ts';
import { lossesOf } from './sections.ts';

/** What the whole change comes to, in one line. */
export function summaryOf(diff: Diff): string {
  const { base, environments } = diff;
  const of = `since ${base.name} (${base.commit.slice(0, 8)})`;
  const counts = countsOf(diff);
  if (environments.length === 0 && statementsOf(diff).length === 0) return `nothing differs ${of}`;
  return `${counts.length > 0 ? counts.join(', ') : 'no protection is weaker'}, ${of}`;
}

const statementsOf = ({ organisation, environments }: Diff): PlacedStatement[] => [
  ...organisation,
  ...environments.flatMap(({ statements }) => statements),
];

function countsOf(diff: Diff): string[] {
  const statements = statementsOf(diff);
  const { environments } = diff;
  const lost = environments.flatMap(lossesOf).length;
  const worse = environments
    .flatMap(({ proofs }) => proofs)
    .filter(({ after }) => after.verdict === 'breached' || after.verdict === 'unprovable').length;
  const found = environments
    .flatMap(({ findings }) => findings)
    .filter(({ change }) => change === 'new' || change === 'no longer waived').length;
  return [
    counted(lost, 'loss in AWS', 'losses in AWS'),
    counted(worse, 'objective not held', 'objectives not held'),
    counted(found, 'new finding', 'new findings'),
    counted(directed(statements, 'weaker'), 'protection weaker', 'protections weaker'),
    counted(directed(statements, 'stronger'), 'stronger', 'stronger'),
  ].filter((part) => part !== undefined);
}

const directed = (
  statements: readonly PlacedStatement[],
  direction: PlacedStatement['direction'],
): number => statements.filter((one) => one.direction === direction).length;

const counted = (count: number, one: string, many: string): string | undefined =>
  count === 0 ? undefined : `${count} ${count === 1 ? one : many}`;
