import type { content } from '@resilience/config/content';
import type { z } from 'zod';

import type { FoundVolume } from './audited.ts';
import { imageOf } from './software/image.ts';

type Content = z.input<typeof content>;

/** Contents that the layer knows, by the name of an image. */
const known: Readonly<Record<string, Content>> = {
  postgres: 'postgres',
  postgresql: 'postgres',
  postgis: 'postgres',
  timescaledb: 'postgres',
  mysql: 'mysql',
  mariadb: 'mysql',
  percona: 'mysql',
  mongo: 'mongodb',
  mongodb: 'mongodb',
  redis: 'redis',
  valkey: 'redis',
  kafka: 'kafka',
  rabbitmq: 'rabbitmq',
  elasticsearch: 'search-data',
  opensearch: 'search-data',
  spilo: 'postgres',
  vault: 'vault',
  minio: 'minio',
  prometheus: 'prometheus',
  grafana: 'grafana',
  gitea: 'git',
  forgejo: 'git',
  gitaly: 'git',
};

/** What a volume holds, by the program that mounts it, or the database that its pods run. */
export const contentOf = ({ database, containers }: FoundVolume): Content => {
  const [found] = containers.flatMap(({ image }) => known[imageOf(image).name] ?? []);
  if (found !== undefined) return found;
  return database === undefined ? unknown : (known[database] ?? logged(database));
};

/** Files of which nothing is known: a copy is taken for what the program starts from. */
const unknown: Content = {
  other: 'data that the audit does not know',
  snapshot: 'recovered',
  'file-system': 'recovered',
  volumes: 'each',
};

/** A database starts from a snapshot as after a crash, and not from files that were copied while it wrote. */
const logged = (other: string): Content => ({
  other,
  snapshot: 'recovered',
  'file-system': 'unusable',
  volumes: 'one',
});
