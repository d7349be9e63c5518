import { formatNeverRecovered } from '@resilience/documents/words/format-never-recovered';
import { existingResourcePolicy } from '@resilience/workflows/existing-resource-policy';

import { formatTable } from '../format-table.ts';
import type { Choice } from '../velero/choose-backup.ts';
import type { Item } from './contents.ts';
import type { RestorePlan } from './gather.ts';

/** A plan for people: what would be submitted, where to, from which backup, and what it would do. */
export const formatPlan = (plan: RestorePlan): string =>
  [
    ...formatRunbook(plan),
    ...formatTargets(plan),
    ...plan.choices.flatMap(formatChoice),
    ...formatEffects(plan),
  ].join('\n');

function formatRunbook({ cluster, environment, parameters, runbook, template }: RestorePlan) {
  const { context, bucket, phase } = cluster;
  return [
    `${runbook}, submitted to ${environment} with`,
    ...formatTable(
      Object.entries(parameters).map(([name, value]) => [
        `  ${name}`,
        value === '' ? '(left empty)' : value,
      ]),
    ),
    `in the cluster of the context ${context}, whose backups are in ${bucket} (${phase})`,
    ...(template.waits.length > 0 ? [`it waits for people at ${template.waits.join(', ')}`] : []),
  ];
}

const formatTargets = ({ targets, neverRecovered }: RestorePlan): string[] =>
  targets.flatMap(({ service, namespace, target }) => [
    namespace === target
      ? `${service} is restored in place, into the namespace ${target}`
      : `${service} is restored beside itself, into a namespace ${target}`,
    ...formatNeverRecovered(neverRecovered.filter((one) => one.service === service)).map(
      (line) => `  ${line}`,
    ),
  ]);

const formatChoice = ({ namespace, chosen, refused }: Choice): string[] => [
  chosen
    ? `${namespace} from the backup ${chosen.name}, begun at ${chosen.started}`
    : `no backup can serve ${namespace}`,
  ...refused.map(({ name, refusal }) => `  not ${name}: it ${refusal}`),
];

function formatEffects({ effects, selector }: RestorePlan): string[] {
  if (!effects) return [];
  if (!effects.known) return [`what it would do cannot be told: ${effects.why}`];
  const { created, left, unknownKinds } = effects;
  const labels = Object.entries(selector).map(([key, value]) => `${key}=${value}`);
  return [
    ...(labels.length > 0
      ? [`of what follows, only what has the labels ${labels.join()}: a backup lists no labels`]
      : []),
    ...formatItems(`would be created: ${created.length}`, created),
    ...formatItems(
      `is there already and is left as it is (existingResourcePolicy ${existingResourcePolicy}): ${left.length}`,
      left,
    ),
    'nothing would be overwritten',
    ...unknownKinds.map((kind) => `not restored, as the cluster does not know its kind: ${kind}`),
  ];
}

const formatItems = (title: string, items: readonly Item[]): string[] => [
  title,
  ...formatTable(
    items.map(({ resource, namespace, name }) => [`  ${resource}`, `${namespace}/${name}`]),
  ),
];
