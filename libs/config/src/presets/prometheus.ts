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

export interface PrometheusOptions extends Stateful {
  /** Where the container mounts the volume, and the folder of the series in it. */
  readonly path: string;
}

/**
 * Prometheus in a StatefulSet. A snapshot is what a power cut leaves: the server replays its log of
 * the last two to three hours, and the blocks before are never written again.
 *
 * @see https://prometheus.io/docs/prometheus/latest/storage/
 */
export function prometheus(options: PrometheusOptions): Preset {
  const { name, path } = options;
  const inContainer = {
    workload: name,
    container: options.container ?? 'prometheus',
    timeout: minutes(5),
  };
  return {
    [presetName]: 'prometheus',
    workloads: [workloadOf(options)],
    volumes: { [named(name, 'data')]: snapshotted(options, 'prometheus') },
    hooks: [],
    verification: [
      { check: 'http', workload: name, port: 9090, path: '/-/ready' },
      {
        check: 'command',
        name: named(name, 'blocks'),
        ...inContainer,
        // A line of headings, then a line for each block that can be opened.
        command: shell(
          'set -e; blocks=$(promtool tsdb list "$1"); printf "%s\\n" "$blocks" | grep -c "^01" || :',
          path,
        ),
        expect: { output: 'number', atLeast: 1 },
      },
    ],
  };
}

export const aboutPrometheus: About = {
  name: 'prometheus',
  software: 'Prometheus',
  consistency:
    'A snapshot is what a power cut leaves: the server replays its log. Blocks are written once.',
  tried: 'run: Prometheus 2.42 of Debian 12',
  sources: ['https://prometheus.io/docs/prometheus/latest/storage/'],
  example: () =>
    prometheus({
      name: 'prometheus-kube-prometheus-stack-prometheus',
      labels: { 'app.kubernetes.io/name': 'prometheus' },
      size: gib(80),
      used: percent(70),
      dailyChange: percent(10),
      path: '/prometheus',
    }),
};
