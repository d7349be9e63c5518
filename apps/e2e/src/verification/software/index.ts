import { kafka } from './kafka.ts';
import { minio } from './minio.ts';
import { opensearch } from './opensearch.ts';
import { prometheus } from './prometheus.ts';
import { rabbitmq } from './rabbitmq.ts';
import { redis } from './redis.ts';
import type { Software } from './software.ts';

type Found = Software | { readonly missing: string };

interface Sought {
  readonly name: string;
  /** @param folder where programs are copied to, if they cannot be reached where they are */
  readonly find: (folder: string) => Found | Promise<Found>;
  /** Why it is left out where its name is not asked for. */
  readonly leftOut?: string;
}

/** Every server that can be had here, besides the databases of verify-database.ts. */
export const software: readonly Sought[] = [
  { name: 'kafka', find: kafka },
  { name: 'minio', find: minio },
  { name: 'opensearch', find: opensearch, leftOut: 'it takes a minute of two processors' },
  { name: 'prometheus', find: prometheus },
  { name: 'rabbitmq', find: rabbitmq },
  { name: 'redis-rdb', find: (folder) => redis(folder, 'rdb') },
  { name: 'redis-aof', find: (folder) => redis(folder, 'aof') },
];
