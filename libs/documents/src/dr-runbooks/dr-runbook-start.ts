import type { Scenario } from '@resilience/config/scenario';
import { disasters } from '@resilience/recovery/disaster';

/** An environment, as far as a restore has to know it. */
export interface Place {
  readonly name: string;
  /** The environment whose replica it mounts. */
  readonly mounts: string | undefined;
  readonly hasServices: boolean;
}

/** Sets the variables that all steps use; a person fills in what is of one service. */
export function startBlock(scenario: Scenario, places: readonly Place[]): string[] {
  const { keepsBucket, keepsVolumes, restores } = disasters[scenario];
  const mounting = keepsBucket ? [] : places.filter(({ mounts }) => mounts !== undefined);
  const [elsewhere] = mounting;
  const declaring = places.find(({ name, hasServices }) =>
    elsewhere ? name === elsewhere.mounts : hasServices,
  );
  const lines = [
    `DECLARED_IN=${declaring?.name ?? ''} # the environment that declares the service`,
    `ENVIRONMENT=${elsewhere?.name ?? declaring?.name ?? ''} # where it is brought back`,
    'eval "$(npm run --silent resilience -- names --env "$ENVIRONMENT")"',
    'aws eks update-kubeconfig --region "$AWS_REGION" --name "$CLUSTER_NAME"',
    `SCENARIO=${scenario}`,
    'SERVICE=‹service› # the one at hand, by the budgets',
    'NAMESPACE=‹namespace› # its namespace, by the budgets',
    ...(keepsVolumes
      ? []
      : [
          ...(restores === 'service' ? ofOneService : []),
          'DISASTER_AT= # when the data was lost, in UTC, such as 2026-11-24T01:55:00Z',
          `APPROVED_BY= # the incident commander's name, once it is decided`,
          'SECOND_APPROVAL_BY= # the name of the second person who agrees',
        ]),
  ];
  const block = ['```sh', ...lines, '```'].join('\n');
  return mounting.length > 0 ? [whoMounts(mounting), block] : [block];
}

/** What a restore of one service asks for. */
const ofOneService = [
  'SCHEDULE=‹schedule› # what the service is restored from, by the budgets',
  'APPLICATION=‹application› # of ArgoCD, which deploys it; empty if there is none',
];

const whoMounts = (mounting: readonly Place[]): string =>
  `Restored from the replica, by the environment that mounts it: ${mounting
    .map(({ name, mounts }) => `\`${name}\` mounts that of \`${mounts}\``)
    .join(', ')}. An environment whose replica nobody mounts has no copy elsewhere.`;
