import type { Check } from './check.ts';

/** A team that nobody has thought of hears of its service's alerts from its customers. */
export const ownersAreTold: Check = ({ services, notifications: { owners } }) =>
  Object.entries(services).flatMap(([service, { owner }]) =>
    Object.hasOwn(owners, owner)
      ? []
      : [
          {
            path: `services.${service}.owner`,
            code: 'config/owners-are-told',
            message: 'is told of no alert',
            expected: `one of ${Object.keys(owners).join(', ')}, the keys of notifications.owners`,
            received: `"${owner}"`,
            fix: `add ${owner} to notifications.owners, with its channels or as-the-platform`,
          },
        ],
  );
