import { kafka } from './kafka.ts';
import { prometheus } from './prometheus.ts';
import { rabbitmq } from './rabbitmq.ts';
import { redis } from './redis.ts';
import type { Software } from './software.ts';

interface Sought {
  readonly name: string;
  readonly found: Software | { readonly missing: string };
}

/** Every server that can be had here, besides the databases of verify-database.ts. */
export const software = async (folder: string): Promise<readonly Sought[]> => [
  { name: 'kafka', found: await kafka(folder) },
  { name: 'prometheus', found: prometheus(folder) },
  { name: 'rabbitmq', found: await rabbitmq(folder) },
  { name: 'redis-rdb', found: redis(folder, 'rdb') },
  { name: 'redis-aof', found: redis(folder, 'aof') },
];
