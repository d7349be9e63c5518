import type { Scenario } from '@resilience/config/scenario';
import type { Unprotected } from '@resilience/recovery/unprotected';

/** `accepted loss: ‹reason›`, in one line. */
export const formatUnprotected = ({ reason }: Pick<Unprotected, 'reason'>): string =>
  `accepted loss: ${reason.replaceAll(/\s+/g, ' ')}`;

/** `shop after region-failure, bucket-loss; wiki after key-loss` */
export const formatSubjects = (
  subjects: readonly { readonly service: string; readonly scenario: Scenario }[],
): string =>
  [...Map.groupBy(subjects, ({ service }) => service)]
    .map(([service, all]) => `${service} after ${all.map(({ scenario }) => scenario).join(', ')}`)
    .join('; ');
