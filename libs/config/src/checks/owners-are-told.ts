import { correctName } from '../teach/nearest.ts';
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
            message:
              'is not in notifications.owners, so that no alert of the service reaches the team',
            expected: `one of ${Object.keys(owners).join(', ')}, the keys of notifications.owners`,
            received: `"${owner}"`,
            fix: correctName(
              owner,
              Object.keys(owners),
              `add to notifications.owners: '${owner}': 'as-the-platform', or its channels`,
            ),
          },
        ],
  );
