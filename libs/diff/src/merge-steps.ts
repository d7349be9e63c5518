import { argocdApplication } from '@resilience/config/applications';
import { channelSecrets } from '@resilience/config/channels';

import type { ResourceChange } from './aws/resource-changes.ts';
import type { StackChange } from './aws/stack-changes.ts';
import { type ObjectChange, waveOf } from './cluster/object-changes.ts';
import type { Pair, Revision } from './revision.ts';
import { listed } from './words.ts';

/** What happens on the way, and who does it. */
export interface MergeStep {
  readonly by: 'person' | 'argocd';
  readonly text: string;
}

export interface Changes {
  readonly stacks: readonly StackChange[];
  readonly aws: readonly ResourceChange[];
  readonly cluster: readonly ObjectChange[];
}

/** What a person does, then what ArgoCD does once the change is merged, in the order of its waves. */
export const mergeSteps = (pair: Pair, changes: Changes): MergeStep[] => [
  ...reviews(pair).map(byPerson),
  ...stackSteps(changes).map(byPerson),
  ...newSecrets(pair).map(byPerson),
  ...immutableSteps(changes).map(byPerson),
  ...waves(changes).map((text) => ({ by: 'argocd' as const, text })),
];

const byPerson = (text: string): MergeStep => ({ by: 'person', text });

function reviews({ before, after }: Pair): string[] {
  // Who reviewed before the change reviews the change.
  const reviewers = (before ?? after)?.declared?.environment.reviewers;
  return reviewers ? [`review: ${listed(reviewers.environment ?? reviewers.everything)}`] : [];
}

/** Stacks are applied in the order in which they are rendered; those that are left are destroyed last. */
function stackSteps({ stacks, aws }: Changes): string[] {
  const applied = [
    ...new Set([
      ...stacks.filter(({ change }) => change !== 'left').map(({ stack }) => stack),
      ...aws.map(({ stack }) => stack),
    ]),
  ].toSorted((a, b) => orderOf(a) - orderOf(b));
  const left = stacks.filter(({ change }) => change === 'left').map(({ stack }) => stack);
  return [
    ...(applied.length > 0 ? [`terraform apply, in this order: ${applied.join(', ')}`] : []),
    ...(left.length > 0
      ? [
          `decide what becomes of ${listed(left)}: what these stacks made stays in AWS, and is paid for`,
        ]
      : []),
  ];
}

/** As `docs/guides/first-deployment.md` applies them. */
const order = [
  'bootstrap',
  'evidence-store',
  'bootstrap-dr-region',
  'backup-replica',
  'backup-storage',
  'access',
];

const orderOf = (stack: string): number => order.indexOf(stack);

function newSecrets({ before, after }: Pair): string[] {
  if (before && !before.declared) return [];
  const known = new Set(secretsOf(before));
  const needed = [...new Set(secretsOf(after))].filter((one) => !known.has(one));
  return needed.length > 0
    ? [`create ${listed(needed)}, as environments/${after?.name}/rendered/secrets.md says`]
    : [];
}

const secretsOf = (revision: Revision | undefined): string[] =>
  revision?.declared
    ? channelSecrets(revision.declared.environment.notifications).map(
        ({ name, key }) => `the key ${key} of the Secret ${name}`,
      )
    : [];

const immutableSteps = ({ cluster }: Changes): string[] =>
  cluster
    .filter(({ immutable }) => immutable.length > 0)
    .map(
      ({ object, immutable }) =>
        `delete ${object} before ArgoCD syncs: ${listed(immutable)} cannot be changed in place`,
    );

function waves({ cluster }: Changes): string[] {
  const byApplication = Map.groupBy(
    cluster.filter(({ application }) => !application.startsWith('hooks/')),
    ({ application }) => application,
  );
  return [...byApplication].map(
    ([application, changes]) => `${nameOf(application)}: ${counted(changes)}`,
  );
}

const nameOf = (application: string): string =>
  application === argocdApplication
    ? 'applications'
    : `wave ${waveOf(application)}, ${application}`;

const changeWords = ['added', 'changed', 'deleted', 'left'] as const;

const counted = (changes: readonly ObjectChange[]): string =>
  changeWords
    .map((word) => [changes.filter(({ change }) => change === word).length, word] as const)
    .filter(([count]) => count > 0)
    .map((pair) => pair.join(' '))
    .join(', ');
