import { input, inputs, output, parameters, passed, sequence, type Template } from '../template.ts';
import { measured, ready, verified } from './after-restore.ts';
import { backupChosen, nothingInTheWay } from './before-restore.ts';
import { lock } from './lock.ts';
import { recoveryRights } from './pre-flight.ts';

const approvals = ['approved-by', 'second-approval-by'];
const given = [
  'scenario',
  'services',
  'backup',
  'before',
  'disaster-at',
  'kinds',
  'selector',
  'volume',
  'partial',
  'cluster-resources',
  'deadline',
  ...approvals,
];
const planned = ['services', 'namespaces', 'kinds', 'selector', 'checks'];
const chosen = ['backup', 'backup-started-at', 'started-at'];
const kept = ['scenario', 'disaster-at', 'partial', 'cluster-resources', 'deadline', ...approvals];

/** Restores services to where they were, approved by two, and looks whether they came back. */
export const recover: readonly Template[] = [
  {
    name: 'recover',
    inputs: inputs(...given),
    ...sequence(
      {
        name: 'plan',
        template: 'plan',
        arguments: parameters({
          ...passed('services', 'kinds', 'selector', 'volume'),
          target: 'original',
        }),
      },
      backupChosen,
      nothingInTheWay(recoveryRights),
      {
        name: 'under-lock',
        template: 'recover-under-lock',
        arguments: parameters({
          ...passed(...kept),
          ...Object.fromEntries(planned.map((name) => [name, output('plan', name)])),
          ...Object.fromEntries(chosen.map((name) => [name, output('choose-backup', name)])),
        }),
      },
    ),
  },
  {
    name: 'recover-under-lock',
    inputs: inputs(...kept, ...planned, ...chosen),
    synchronization: lock,
    ...sequence(
      {
        name: 'restore',
        template: 'restore',
        arguments: parameters(
          passed(
            'backup',
            'namespaces',
            'kinds',
            'selector',
            'cluster-resources',
            'deadline',
            ...approvals,
          ),
        ),
      },
      ready(input('partial')),
      verified,
      measured(input('disaster-at')),
    ),
  },
];
