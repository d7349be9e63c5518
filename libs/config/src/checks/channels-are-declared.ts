import type { Notifications } from '../schema/notifications.ts';
import { correctName } from '../teach/nearest.ts';
import type { Check } from './check.ts';

/** An alert for a channel that does not exist reaches nobody. */
export const channelsAreDeclared: Check = ({ notifications }) =>
  namedChannels(notifications)
    .filter(({ name }) => !Object.hasOwn(notifications.channels, name))
    .map(({ path, name }) => ({
      path: `notifications.${path}`,
      code: 'config/channels-are-declared',
      message: 'is not a declared channel',
      expected: `one of ${Object.keys(notifications.channels).join(', ')}`,
      received: `"${name}"`,
      fix: correctName(name, Object.keys(notifications.channels), 'declare the channel'),
    }));

interface NamedChannel {
  readonly path: string;
  readonly name: string;
}

const namedChannels = ({ severities, owners }: Notifications): NamedChannel[] => [
  ...Object.entries(severities).flatMap(([severity, { channels, updatesIn }]) => [
    ...listed(`severities.${severity}.channels`, channels),
    { path: `severities.${severity}.updatesIn`, name: updatesIn },
  ]),
  ...Object.entries(owners).flatMap(([owner, channels]) =>
    channels === 'as-the-platform' ? [] : listed(`owners.${owner}`, channels),
  ),
];

const listed = (path: string, names: readonly string[]): NamedChannel[] =>
  names.map((name, index) => ({ path: `${path}[${index}]`, name }));
