import { percent } from '@resilience/config';
import type { Bytes } from '@resilience/config/bytes';

import { Call } from '../../../source/call.ts';
import type { FoundContainer } from '../audited.ts';
import { imageOf } from './image.ts';

/** A program that was found, with the volume that holds its data. */
export interface Program {
  readonly kind: 'Deployment' | 'StatefulSet';
  readonly name: string;
  /** By which the workload selects its pods. */
  readonly podLabels: Readonly<Record<string, string>>;
  readonly claimLabels: Readonly<Record<string, string>>;
  readonly container: FoundContainer;
  readonly size: Bytes;
}

/** The preset of a program; or why it has none that would work. */
export type PresetFound =
  | { readonly call: Call; readonly toFillIn: readonly string[] }
  | { readonly why: string };

/** The preset of a program, by the name of its image; undefined for software without one. */
export const presetOf = (program: Program): PresetFound | undefined =>
  byImage[imageOf(program.container.image).name]?.(program);

type Make = (program: Program) => PresetFound;

const call = (name: string, options: object, ...toFillIn: readonly string[]): PresetFound => ({
  call: new Call(name, `@resilience/config/presets/${name}`, options),
  toFillIn,
});

/** What is assumed of every volume of which nothing else is known. */
const amounts = ({ size }: Program) => ({ size, used: percent(100), dailyChange: percent(10) });

const stateful = (program: Program) => ({
  name: program.name,
  labels: program.podLabels,
  container: program.container.name,
  ...amounts(program),
});

const postgresql: Make = (program) => {
  const { settings, image, names } = program.container;
  const user = settings['POSTGRES_USER'] ?? 'postgres';
  const database = settings['POSTGRES_DB'] ?? settings['POSTGRESQL_DATABASE'];
  const common = {
    database: database ?? user,
    tables: [],
    pageChecksums: hasChecksums(program) ? 'on' : 'off',
    indexes: 'unchecked',
  };
  const isHidden = (name: string): boolean =>
    settings[name] === undefined && (names.length === 0 || names.includes(name));
  const open = [
    'tables',
    ...(isHidden('POSTGRES_DB') ? [`database (${common.database})`] : []),
    ...(names.length > 0 && isHidden('POSTGRES_USER') ? ['user (postgres)'] : []),
  ];
  if (imageOf(image).vendor.startsWith('bitnami')) {
    const release = program.podLabels['app.kubernetes.io/instance'] ?? '';
    const expected = release.includes('postgresql') ? release : `${release}-postgresql`;
    if (program.name !== expected || program.kind !== 'StatefulSet')
      return { why: 'its names are not those of a release of the chart without replicas' };
    const options = { packaging: 'bitnami', name: release, ...amounts(program), ...common };
    return call('postgresql', options, ...open);
  }
  return call(
    'postgresql',
    {
      packaging: 'plain',
      ...stateful(program),
      ...(user === 'postgres' ? {} : { user }),
      ...common,
    },
    ...open,
  );
};

/** Since 18, `initdb` makes clusters with checksums unless it is asked not to. */
const hasChecksums = ({ container: { settings, image } }: Program): boolean =>
  (settings['POSTGRES_INITDB_ARGS'] ?? '').includes('--data-checksums') ||
  Number(/:(\d+)/.exec(image)?.[1]) >= 18;

const spilo: Make = (program) => {
  const { podLabels, name } = program;
  if (podLabels['cluster-name'] !== name)
    return { why: 'its labels are not those of the operator' };
  const options = {
    packaging: 'zalando',
    name,
    ...amounts(program),
    database: 'postgres',
    tables: [],
    pageChecksums: 'off',
    indexes: 'unchecked',
  };
  return call('postgresql', options, 'tables', 'database (postgres)');
};

const mysql =
  (flavour: 'mysql' | 'mariadb'): Make =>
  (program) => {
    const { settings, names } = program.container;
    const variable = `${flavour.toUpperCase()}_ROOT_PASSWORD`;
    if (names.length > 0 && !names.some((one) => one === variable || one === `${variable}_FILE`))
      return { why: `it logs in by ${variable}, which the container does not have` };
    const database = settings['MYSQL_DATABASE'] ?? settings['MARIADB_DATABASE'];
    const options = {
      flavour,
      ...stateful(program),
      database: database ?? program.name.replaceAll('-', '_'),
      tables: [],
    };
    return call('mysql', options, 'tables', ...(database === undefined ? ['database'] : []));
  };

const mongodb: Make = (program) => {
  const { settings, names } = program.container;
  if (names.some((one) => one.startsWith('MONGODB_ROOT')))
    return { why: 'it logs in by MONGO_INITDB_ROOT_USERNAME, which the container does not have' };
  const database = settings['MONGO_INITDB_DATABASE'];
  const options = { ...stateful(program), database: database ?? program.name, collections: [] };
  return call(
    'mongodb',
    options,
    'collections',
    ...(database === undefined ? [`database (${program.name})`] : []),
  );
};

const redis =
  (flavour: 'redis' | 'valkey'): Make =>
  (program) => {
    const { settings, names, path, image } = program.container;
    const variable = `${flavour.toUpperCase()}_PASSWORD`;
    const hasVariable = names.some((one) => one === variable || one === `${variable}_FILE`);
    if (names.includes('--requirepass') && !hasVariable)
      return { why: `it logs in by ${variable}, which the container does not have` };
    const isLogged =
      settings['--appendonly'] === 'yes' || imageOf(image).vendor.startsWith('bitnami');
    const persistence = isLogged ? 'aof' : 'rdb';
    return call(
      'redis',
      { flavour, ...stateful(program), persistence, path, keys: 1 },
      'keys',
      `persistence (${persistence})`,
    );
  };

/** The folders of Kafka's scripts, by who makes the image. */
const scripts: Readonly<Record<string, string>> = {
  apache: '/opt/kafka/bin',
  bitnami: '/opt/bitnami/kafka/bin',
  bitnamilegacy: '/opt/bitnami/kafka/bin',
};

const kafka: Make = (program) => {
  const bin = scripts[imageOf(program.container.image).vendor];
  if (bin === undefined) return { why: 'the folder of its scripts is not known' };
  const options = { ...stateful(program), bin, bootstrap: 'localhost:9092', topics: [] };
  return call('kafka', options, 'topics', 'bootstrap');
};

const rabbitmq: Make = (program) => {
  const definitions = `${program.container.path}/definitions.json`;
  return call('rabbitmq', { ...stateful(program), definitions, queues: [] }, 'queues');
};

const search: Make = () => ({
  why: 'it needs a volume for snapshots of its own, as no copy of its data can be used',
});

const vault: Make = (program) => {
  const address = program.container.settings['VAULT_ADDR'] ?? 'http://127.0.0.1:8200';
  return call('vault', { ...stateful(program), address, unseal: 'by-hand' }, 'unseal (by-hand)');
};

const minio: Make = (program) =>
  call('minio', { ...stateful(program), path: program.container.path, buckets: [] }, 'buckets');

const prometheus: Make = (program) => {
  const { settings, path } = program.container;
  return call('prometheus', {
    ...stateful(program),
    path: settings['--storage.tsdb.path'] ?? path,
  });
};

const grafana: Make = (program) => {
  const { kind, name, podLabels, claimLabels } = program;
  return call('grafana', { kind, name, podLabels, claimLabels, ...amounts(program) });
};

const byImage: Readonly<Record<string, Make>> = {
  postgres: postgresql,
  postgresql,
  postgis: postgresql,
  timescaledb: postgresql,
  spilo,
  mysql: mysql('mysql'),
  percona: mysql('mysql'),
  mariadb: mysql('mariadb'),
  mongo: mongodb,
  mongodb,
  redis: redis('redis'),
  valkey: redis('valkey'),
  kafka,
  rabbitmq,
  elasticsearch: search,
  opensearch: search,
  vault,
  minio,
  prometheus,
  grafana,
};
