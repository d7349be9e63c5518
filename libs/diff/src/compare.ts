import { type Appearing, appearingAlerts, appearingDrills } from './appearing.ts';
import { type ResourceChange, resourceChanges } from './aws/resource-changes.ts';
import { type StackChange, stackChanges } from './aws/stack-changes.ts';
import { type ObjectChange, objectChanges } from './cluster/object-changes.ts';
import { compareGuards, type Statement } from './compare-guards.ts';
import { type CostChange, costChange } from './cost-change.ts';
import { type FindingChange, findingChanges } from './finding-changes.ts';
import { type MergeStep, mergeSteps } from './merge-steps.ts';
import { type ProofChange, proofChanges } from './proof-changes.ts';
import type { Pair } from './revision.ts';
import { weakenings } from './weakenings/index.ts';

/** What a change means for one environment. */
export interface EnvironmentDiff {
  readonly environment: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** What is weaker, stronger, and another than before, each in a sentence. */
  readonly statements: readonly Statement[];
  readonly stacks: readonly StackChange[];
  readonly aws: readonly ResourceChange[];
  readonly cluster: readonly ObjectChange[];
  readonly proofs: readonly ProofChange[];
  /** Undefined where it stays the same. */
  readonly cost: CostChange | undefined;
  readonly findings: readonly FindingChange[];
  readonly drills: Appearing;
  readonly alerts: Appearing;
  readonly steps: readonly MergeStep[];
}

/**
 * Compares one environment at two revisions by meaning.
 *
 * @returns undefined where nothing that is declared, proved, rendered or found differs
 * @throws {RangeError} where neither side has the environment
 */
export function compare({ before, after }: Pair): EnvironmentDiff | undefined {
  const revision = after ?? before;
  if (!revision) throw new RangeError('an environment is on one side at least');
  const areRead = [before, after].every((one) => !one || one.declared);
  const stacks = stackChanges(before, after);
  const moved = new Set(stacks.map(({ stack }) => stack));
  const changes = {
    stacks,
    aws: before && after ? resourceChanges(before.rendered, after.rendered, moved) : [],
    cluster: objectChanges(before?.rendered, after?.rendered),
  };
  const found = {
    statements:
      before && after ? compareGuards(weakenings, before, after) : [wholly(revision.name, !before)],
    ...changes,
    proofs: areRead ? proofChanges(before, after) : [],
    cost: areRead ? costChange(before, after) : undefined,
    findings: findingChanges(before, after),
    drills: appearingDrills(before, after),
    alerts: appearingAlerts(before, after),
  };
  if (isEmpty(found)) return undefined;
  return {
    environment: revision.name,
    change: !before ? 'added' : !after ? 'removed' : 'changed',
    ...found,
    steps: mergeSteps({ before, after }, changes),
  };
}

const wholly = (name: string, isNew: boolean): Statement => ({
  kind: 'environment',
  direction: isNew ? 'stronger' : 'weaker',
  text: isNew
    ? `The environment ${name} is added.`
    : `The environment ${name} is removed: nothing is rendered, proved, judged or drilled for it any more.`,
  paths: [],
});

const isEmpty = ({
  statements,
  stacks,
  aws,
  cluster,
  proofs,
  cost,
  findings,
}: Omit<EnvironmentDiff, 'environment' | 'change' | 'steps'>): boolean =>
  [statements, stacks, aws, cluster, proofs, findings].every(({ length }) => length === 0) &&
  cost === undefined;
