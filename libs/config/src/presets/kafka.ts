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

export interface KafkaOptions extends Stateful {
  /** The folder of its scripts: /opt/kafka/bin in Apache's image, /opt/bitnami/kafka/bin in Bitnami's. */
  readonly bin: string;
  /** Where a broker lets a client in without a password, such as localhost:9092. */
  readonly bootstrap: string;
  readonly topics: readonly {
    readonly topic: string;
    /** The messages that were ever written to it: the sum of the ends of its partitions. */
    readonly atLeast: number;
  }[];
}

/**
 * Kafka with KRaft in a StatefulSet. Strimzi runs pods without a StatefulSet, so no workload of a
 * declaration can name them.
 *
 * A snapshot of one broker is what a power cut leaves: the broker cuts its logs at the last whole
 * batch. Volumes of several brokers are copied at different moments, so messages at the ends of
 * partitions may be lost; replication between clusters is what Kafka has against a disaster.
 *
 * @see https://kafka.apache.org/documentation/#design_ha
 * @see https://kafka.apache.org/documentation/#basic_ops_mirror_maker
 */
export function kafka(options: KafkaOptions): Preset {
  const { name, bin, bootstrap } = options;
  const inContainer = { workload: name, container: options.container ?? 'kafka' };
  return {
    [presetName]: 'kafka',
    workloads: [workloadOf(options)],
    volumes: { [named(name, 'data')]: snapshotted(options, 'kafka') },
    hooks: [],
    verification: [
      {
        check: 'command',
        name: named(name, 'partitions'),
        ...inContainer,
        timeout: minutes(5),
        // Prints the partitions without a leader.
        command: [
          `${bin}/kafka-topics.sh`,
          '--bootstrap-server',
          bootstrap,
          '--describe',
          '--unavailable-partitions',
        ],
        expect: { output: 'text', matches: '^$' },
      },
      ...options.topics.map(({ topic, atLeast }, index) => ({
        check: 'command' as const,
        name: named(name, `messages-${index}`),
        ...inContainer,
        timeout: minutes(5),
        command: shell(endOfTopic, bin, bootstrap, topic),
        expect: { output: 'number' as const, atLeast },
      })),
    ],
  };
}

/** Prints TOPIC:PARTITION:END for each partition; a topic that is not there has none, which is no number. */
const endOfTopic = [
  'set -e',
  'ends=$("$1"/kafka-get-offsets.sh --bootstrap-server "$2" --topic "$3" --time -1)',
  'sum=0',
  'for end in $ends; do sum=$((sum + ${end##*:})); done',
  'echo "$sum"',
].join('; ');

export const aboutKafka: About = {
  name: 'kafka',
  software: 'Kafka',
  consistency:
    'A snapshot of one broker is what a power cut leaves. Brokers are copied at different moments: messages at the ends of partitions may be lost. Not for Strimzi, which has no StatefulSet.',
  tried: 'run: Kafka 4.1.1 of Maven Central, one broker without passwords',
  sources: [
    'https://kafka.apache.org/documentation/#design_ha',
    'https://kafka.apache.org/documentation/#basic_ops_mirror_maker',
  ],
  example: () =>
    kafka({
      name: 'events',
      labels: { app: 'events' },
      size: gib(200),
      used: percent(50),
      dailyChange: percent(20),
      bin: '/opt/kafka/bin',
      bootstrap: 'localhost:9092',
      topics: [{ topic: 'orders', atLeast: 1_000 }],
    }),
};
