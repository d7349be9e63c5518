import { catalog } from './catalog.ts';
import { media } from './media.ts';
import { orders } from './orders.ts';
import type { ProtectedService } from './service.ts';

/** All services with data, which are destroyed and restored. */
export const protectedServices: readonly ProtectedService[] = [orders, catalog, media];
