import { input, inputs, output, parameters, passed, sequence, type Template } from '../template.ts';
import { backupChosen, nothingInTheWay } from './before-restore.ts';
import { chosenInWaves, inWaves } from './in-waves.ts';
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
  'remainder',
  'deadline',
  ...approvals,
];
const planned = ['kinds', 'selector'];
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
      backupChosen({ remainder: input('remainder'), disasterAt: input('disaster-at') }),
      nothingInTheWay(recoveryRights),
      {
        name: 'under-lock',
        template: 'recover-under-lock',
        arguments: parameters({
          ...passed(...kept),
          ...Object.fromEntries(planned.map((name) => [name, output('plan', name)])),
          ...Object.fromEntries(chosenInWaves.map((name) => [name, output('choose-backup', name)])),
        }),
      },
    ),
  },
  {
    name: 'recover-under-lock',
    inputs: inputs(...kept, ...planned, ...chosenInWaves),
    synchronization: lock,
    dag: {
      failFast: false,
      tasks: inWaves({
        restore: 'restore',
        given: [...planned, 'cluster-resources', 'deadline', ...approvals],
        partial: input('partial'),
        disasterAt: input('disaster-at'),
      }),
    },
  },
];
