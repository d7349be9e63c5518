import { input, inputs, output, parameters, passed, sequence, type Template } from '../template.ts';
import { measured, published, ready, verified } from './after-restore.ts';
import { backupChosen, nothingInTheWay } from './before-restore.ts';
import { lock } from './lock.ts';
import { drillRights } from './pre-flight.ts';

const given = ['drill', 'scenario', 'services', 'backup', 'before', 'deadline'];

const planned = [
  'services',
  'namespaces',
  'mapping',
  'targets',
  'kinds',
  'selector',
  'checks',
  'gibibytes',
];
const chosen = ['backup', 'backup-started-at', 'started-at'];

const underLock: Template = {
  name: 'rehearse-under-lock',
  inputs: inputs('drill', 'scenario', 'deadline', ...planned, ...chosen),
  synchronization: lock,
  ...sequence(
    {
      name: 'prepare-target',
      template: 'prepare-target',
      arguments: parameters(passed('targets', 'drill', 'gibibytes')),
    },
    {
      name: 'restore',
      template: 'restore-copy',
      arguments: parameters(
        passed('backup', 'namespaces', 'kinds', 'selector', 'mapping', 'deadline'),
      ),
    },
    ready('false'),
    verified,
    measured(''),
    { ...published, when: `'${input('drill')}' != ''` },
  ),
};

/** Restores services into namespaces of their own, and looks whether they came back. */
export const rehearse: readonly Template[] = [
  {
    name: 'rehearse',
    inputs: inputs(...given),
    ...sequence(
      {
        name: 'plan',
        template: 'plan',
        arguments: parameters({
          ...passed('services'),
          target: 'isolated',
          kinds: '',
          selector: '',
          volume: '',
        }),
      },
      backupChosen,
      nothingInTheWay(drillRights),
      {
        name: 'under-lock',
        template: 'rehearse-under-lock',
        arguments: parameters({
          ...passed('drill', 'scenario', 'deadline'),
          ...Object.fromEntries(planned.map((name) => [name, output('plan', name)])),
          ...Object.fromEntries(chosen.map((name) => [name, output('choose-backup', name)])),
        }),
      },
    ),
  },
  underLock,
];
