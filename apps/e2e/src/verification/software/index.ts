import { prometheus } from './prometheus.ts';
import { redis } from './redis.ts';
import type { Software } from './software.ts';

interface Sought {
  readonly name: string;
  readonly found: Software | { readonly missing: string };
}

/** Every server that can be had here, besides the databases of verify-database.ts. */
export const software = (folder: string): readonly Sought[] => [
  { name: 'prometheus', found: prometheus(folder) },
  { name: 'redis-rdb', found: redis(folder, 'rdb') },
  { name: 'redis-aof', found: redis(folder, 'aof') },
];
