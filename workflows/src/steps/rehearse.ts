import { input, inputs, output, parameters, passed, sequence, type Template } from '../template.ts';
import { backupChosen, nothingInTheWay } from './before-restore.ts';
import { chosenInWaves, inWaves, published } from './in-waves.ts';
import { lock } from './lock.ts';
import { drillRights } from './pre-flight.ts';

/** A rehearsal is bounded by its own start. */
const nothingLost = '';

const given = ['drill', 'scenario', 'services', 'backup', 'before', 'deadline'];
const planned = ['mapping', 'targets', 'kinds', 'selector', 'gibibytes'];

const underLock: Template = {
  name: 'rehearse-under-lock',
  inputs: inputs('drill', 'scenario', 'deadline', ...planned, ...chosenInWaves),
  synchronization: lock,
  dag: {
    failFast: false,
    tasks: [
      {
        name: 'prepare-target',
        template: 'prepare-target',
        arguments: parameters(passed('targets', 'drill', 'gibibytes')),
      },
      ...inWaves({
        restore: 'restore-copy',
        given: ['kinds', 'selector', 'mapping', 'deadline'],
        partial: 'false',
        disasterAt: nothingLost,
        after: 'prepare-target',
      }),
      ...published.map((task) => ({ ...task, when: `'${input('drill')}' != ''` })),
    ],
  },
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
      backupChosen({ remainder: 'null', disasterAt: nothingLost }),
      nothingInTheWay(drillRights),
      {
        name: 'under-lock',
        template: 'rehearse-under-lock',
        arguments: parameters({
          ...passed('drill', 'scenario', 'deadline'),
          ...Object.fromEntries(planned.map((name) => [name, output('plan', name)])),
          ...Object.fromEntries(chosenInWaves.map((name) => [name, output('choose-backup', name)])),
        }),
      },
    ),
  },
  underLock,
];
