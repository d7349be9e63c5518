import type { Declaration, Service } from './schema/declaration.ts';
import { tiers } from './schema/tiers.ts';

/** In which order services come back when everything is restored. */
export const waves = [...tiers, 'last'] as const;

export type Wave = (typeof waves)[number];

/**
 * A namespace is restored whole, with the most pressing of its services. That of ArgoCD comes last: its
 * applications would be synced into namespaces that are not there yet.
 *
 * @returns the wave of a service, or of any other that is declared in its namespace
 */
export function waveOf(
  { services, gitops }: Pick<Declaration, 'services' | 'gitops'>,
  { namespace }: Pick<Service, 'namespace'>,
): Wave {
  if (namespace === gitops.namespace) return 'last';
  const there = Object.values(services).filter((service) => service.namespace === namespace);
  return tiers.find((tier) => there.some((service) => service.tier === tier)) ?? 'last';
}
