import type { Check } from './check.ts';

/** An alert for a channel that does not exist reaches nobody. */
export const channelsAreDeclared: Check = ({ notifications: { channels, severities } }) =>
  Object.entries(severities).flatMap(([severity, names]) =>
    names.flatMap((name, index) =>
      Object.hasOwn(channels, name)
        ? []
        : [
            {
              path: `notifications.severities.${severity}[${index}]`,
              code: 'config/channels-are-declared',
              message: 'is not a declared channel',
              expected: `one of ${Object.keys(channels).join(', ')}`,
              received: `"${name}"`,
              fix: 'correct the name or declare the channel',
            },
          ],
    ),
  );
