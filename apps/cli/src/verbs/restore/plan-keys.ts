import type { RestorePlan } from '../../restore/gather.ts';

/** The keys of a plan. */
export const planKeys: Readonly<Record<keyof RestorePlan, string>> = {
  environment: 'its name',
  cluster: "the `context` of kubectl, and the `bucket` of the cluster's backups with its `phase`",
  runbook: 'the WorkflowTemplate that would be submitted',
  parameters: 'what it would be submitted with',
  template:
    'the runbook as the cluster has it: `uid`, `parameters`, and where it `waits` for people',
  targets: 'each `service`, its `namespace`, the namespace that is its `target`, and its `wave`',
  neverRecovered: 'volumes that no backup holds, with the declared `reason`',
  selector: 'labels that what is restored has',
  choices:
    'for each `namespace`: the backup that is `chosen`, and those that are `refused`, with why',
  effects:
    'objects that would be `created` and that are `left` as they are, or `known: false` and `why`; absent where no backup can serve',
};
