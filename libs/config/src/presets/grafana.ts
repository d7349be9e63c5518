import { gib } from '../units/bytes.ts';
import { percent } from '../units/percent.ts';
import { type About, named, type Preset, presetName, snapshotted, type Stored } from './preset.ts';

export interface GrafanaOptions extends Stored {
  /** Of the Deployment or StatefulSet. */
  readonly name: string;
  readonly kind: 'Deployment' | 'StatefulSet';
  readonly podLabels: Readonly<Record<string, string>>;
  readonly claimLabels: Readonly<Record<string, string>>;
}

/**
 * Grafana with its own database, SQLite: a snapshot holds the database with its journal, of one
 * instant. Its health is that of the database.
 *
 * @see https://www.sqlite.org/howtocorrupt.html
 * @see https://grafana.com/docs/grafana/latest/developers/http_api/other/#health-api
 */
export const grafana = (options: GrafanaOptions): Preset => ({
  [presetName]: 'grafana',
  workloads: [{ kind: options.kind, name: options.name, podLabels: { ...options.podLabels } }],
  volumes: {
    [named(options.name, 'data')]: snapshotted(
      { ...options, labels: options.claimLabels },
      'grafana',
    ),
  },
  hooks: [],
  verification: [{ check: 'http', workload: options.name, port: 3000, path: '/api/health' }],
});

export const aboutGrafana: About = {
  name: 'grafana',
  software: 'Grafana with SQLite',
  consistency: 'A snapshot holds the database and its journal, of one instant.',
  tried: 'written from documentation',
  sources: [
    'https://www.sqlite.org/howtocorrupt.html',
    'https://grafana.com/docs/grafana/latest/developers/http_api/other/#health-api',
  ],
  example: () =>
    grafana({
      kind: 'Deployment',
      name: 'grafana',
      podLabels: { 'app.kubernetes.io/name': 'grafana' },
      claimLabels: { 'app.kubernetes.io/name': 'grafana' },
      size: gib(10),
      used: percent(20),
      dailyChange: percent(1),
    }),
};
