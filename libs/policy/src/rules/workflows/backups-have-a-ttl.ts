import { kind } from '../../rendered.ts';
import { goSeconds } from '../../detect/schedules.ts';
import { workflow, stepsOf, isRun } from '../../detect/manifests.ts';
import { rule, violation } from '../../rule.ts';

export const backupsHaveATtl = rule({
  id: 'workflows/backups-have-a-ttl',
  severity: 'error',
  why: 'A backup that a workflow makes is kept for 30 days unless it says for how long.',
  source: 'https://velero.io/docs/v1.18/api-types/backup/',
  declaredAt: 'changes.retention',
  appliesTo: kind('argoproj.io/WorkflowTemplate'),
  shape: workflow,
  check: (value) =>
    stepsOf(value)
      .filter((step) => isRun(step) && step.object.kind === 'Backup')
      .filter(({ object }) => !hasTtl(object.spec))
      .map(({ at, object }) =>
        violation('makes backups without a TTL', {
          at,
          expected: 'a ttl such as 336h0m0s',
          received: object.spec['ttl'],
        }),
      ),
});

const hasTtl = ({ ttl }: Readonly<Record<string, unknown>>): boolean =>
  typeof ttl === 'string' && goSeconds(ttl) !== undefined;
