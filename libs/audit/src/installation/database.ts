import type { Volume } from './volume.ts';

/** Whether any of its pods is of a database, by the name of its image. */
export const databaseIn = ({ users }: Volume): string | undefined =>
  users
    .flatMap(({ images }) => images)
    .map((image) => databases.exec(image.split('/').at(-1) ?? '')?.[1])
    .find((name) => name !== undefined);

const databases =
  /^(postgres(?:ql)?|postgis|timescaledb|mysql|mariadb|percona|mongo(?:db)?|redis|valkey|elasticsearch|opensearch|cassandra|couchdb|influxdb|neo4j|clickhouse|mssql|cockroach|etcd|kafka|rabbitmq)(?:[-_:@]|$)/;
