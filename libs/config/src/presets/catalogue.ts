import { aboutElasticsearch } from './elasticsearch.ts';
import { aboutFiles } from './files.ts';
import { aboutGitlab } from './gitlab.ts';
import { aboutGrafana } from './grafana.ts';
import { aboutKafka } from './kafka.ts';
import { aboutMinio } from './minio.ts';
import { aboutMongodb } from './mongodb.ts';
import { aboutMysql } from './mysql.ts';
import { aboutPostgresql } from './postgresql.ts';
import type { About } from './preset.ts';
import { aboutPrometheus } from './prometheus.ts';
import { aboutRabbitmq } from './rabbitmq.ts';
import { aboutRedis } from './redis.ts';
import { aboutVault } from './vault.ts';

/** Every preset, by name: for the reference, and for tests of all of them. */
export const presets: readonly About[] = [
  aboutElasticsearch,
  aboutFiles,
  aboutGitlab,
  aboutGrafana,
  aboutKafka,
  aboutMinio,
  aboutMongodb,
  aboutMysql,
  aboutPostgresql,
  aboutPrometheus,
  aboutRabbitmq,
  aboutRedis,
  aboutVault,
];
