import { gib } from '../units/bytes.ts';
import { minutes } from '../units/duration.ts';
import { percent } from '../units/percent.ts';
import {
  type About,
  named,
  type Preset,
  presetName,
  shell,
  snapshotted,
  type Stateful,
  workloadOf,
} from './preset.ts';

export interface RabbitmqOptions extends Stateful {
  /** A path on the volume, beside the data of the node, such as /var/lib/rabbitmq/definitions.json. */
  readonly definitions: string;
  readonly queues: readonly {
    /** Such as /, the one that is always there. */
    readonly virtualHost: string;
    /** The queues that a restored copy has to have. */
    readonly atLeast: number;
  }[];
}

/**
 * RabbitMQ in a StatefulSet. Users, exchanges, queues and bindings are exported before the copy.
 * Messages are as a power cut leaves them: the project supports copies of a stopped node only. A node
 * reads back only the data of a node of its own name, so a copy under another namespace is empty where
 * that name holds the namespace.
 *
 * @see https://www.rabbitmq.com/docs/backup
 * @see https://www.rabbitmq.com/docs/definitions
 */
export function rabbitmq(options: RabbitmqOptions): Preset {
  const { name, definitions, queues } = options;
  const inContainer = { workload: name, container: options.container ?? 'rabbitmq' };
  return {
    [presetName]: 'rabbitmq',
    workloads: [workloadOf(options)],
    volumes: { [named(name, 'data')]: snapshotted(options, 'rabbitmq') },
    hooks: [
      {
        kind: 'command',
        name: named(name, 'definitions'),
        ...inContainer,
        when: 'before-backup',
        command: ['rabbitmqctl', 'export_definitions', definitions],
        timeout: minutes(2),
        onError: 'fail',
      },
    ],
    verification: [
      {
        check: 'command',
        name: named(name, 'runs'),
        ...inContainer,
        timeout: minutes(2),
        command: ['rabbitmq-diagnostics', '--quiet', 'check_running'],
        expect: { output: 'any' },
      },
      ...queues.map(({ virtualHost, atLeast }, index) => ({
        check: 'command' as const,
        name: named(name, `queues-${index}`),
        ...inContainer,
        timeout: minutes(2),
        command: shell(
          'set -e; queues=$(rabbitmqctl --quiet list_queues --vhost "$1" --no-table-headers name); printf %s "$queues" | grep -c . || :',
          virtualHost,
        ),
        expect: { output: 'number' as const, atLeast },
      })),
    ],
  };
}

export const aboutRabbitmq: About = {
  name: 'rabbitmq',
  software: 'RabbitMQ',
  consistency:
    'Definitions are exported before the snapshot. Messages are as a power cut leaves them, and are read back only by a node of the same name.',
  tried: 'run: RabbitMQ 3.10 of Debian 12, one node',
  sources: ['https://www.rabbitmq.com/docs/backup', 'https://www.rabbitmq.com/docs/definitions'],
  example: () =>
    rabbitmq({
      name: 'queue',
      labels: { app: 'queue' },
      size: gib(20),
      used: percent(20),
      dailyChange: percent(50),
      definitions: '/var/lib/rabbitmq/definitions.json',
      queues: [{ virtualHost: '/', atLeast: 1 }],
    }),
};
