import { parse } from 'yaml';
import { z } from 'zod';

import { kind, type Rendered } from '../../rendered.ts';
import { schedule } from '../../detect/schedules.ts';
import { rule, violation } from '../../rule.ts';

export const copiesLeaveTheRegion = rule({
  id: 'recovery/copies-leave-the-region',
  severity: 'error',
  why: 'EBS snapshots stay in their region: a volume that is only snapshotted is lost with it.',
  source: 'https://velero.io/docs/v1.18/csi-snapshot-data-movement/',
  declaredAt: 'services',
  appliesTo: kind('aws_s3_bucket_replication_configuration'),
  shape: z.looseObject({}),
  check: (_, { rendered }) => {
    const copied = new Set(policiesOf(rendered, (action, moved) => action !== 'snapshot' || moved));
    const kept = policiesOf(rendered, (action, moved) => action === 'snapshot' && !moved);
    return [...new Set(kept)]
      .filter((claim) => !copied.has(claim))
      .map((claim) =>
        violation('replicates no copy of a volume', {
          expected: `a schedule that copies ${claim} to the bucket`,
          received: 'snapshots alone',
        }),
      );
  },
});

const policies = z.looseObject({
  volumePolicies: z.array(
    z.looseObject({
      conditions: z.looseObject({}),
      action: z.looseObject({ type: z.string() }),
    }),
  ),
});
const configMap = z.looseObject({ data: z.record(z.string(), z.string()) });

/** The conditions of what schedules do to volumes, as far as `matches` says so. */
function policiesOf(
  rendered: Rendered,
  matches: (action: string, moved: boolean) => boolean,
): string[] {
  return rendered.of('velero.io/Schedule').flatMap(({ value }) => {
    const { resourcePolicy, snapshotMoveData = false } = schedule.parse(value).spec.template;
    const map = rendered.of('v1/ConfigMap').find(({ name }) => name === resourcePolicy?.name);
    const source = configMap.safeParse(map?.value).data?.data['policies.yaml'];
    const { data } = policies.safeParse(parse(source ?? '{}'));
    return (data?.volumePolicies ?? [])
      .filter(({ action }) => matches(action.type, snapshotMoveData))
      .map(({ conditions }) => JSON.stringify(conditions));
  });
}
