import { type Environment, isReplicated } from './environment.ts';
import type { Finding } from './problem.ts';
import { severities } from './schema/notifications.ts';

/** What another environment mounts, as far as its declaration can be read. */
export interface Mounts {
  readonly name: string;
  /** The environment whose replica it mounts; undefined where it has a bucket of its own. */
  readonly replicaOf: string | undefined;
}

/**
 * What is declared and changes nothing: it may be meant, as channels that all environments share, or be
 * left behind by a change elsewhere.
 *
 * @param others the environments of {@link readersOf} that are there
 */
export const withoutEffect = (environment: Environment, others: readonly Mounts[]): Finding[] => [
  ...channelsOfNobody(environment),
  ...readersOfNothing(environment, others),
];

function channelsOfNobody({ notifications }: Environment): Finding[] {
  const { channels, owners } = notifications;
  const used = new Set([
    ...severities.flatMap((severity) => {
      const { channels: told, updatesIn } = notifications.severities[severity];
      return [...told, updatesIn];
    }),
    ...Object.values(owners).flatMap((told) => (told === 'as-the-platform' ? [] : told)),
  ]);
  return Object.keys(channels)
    .filter((name) => !used.has(name))
    .map((name) => ({
      path: `notifications.channels.${name}`,
      code: 'declaration/channel-of-nobody',
      message: 'is sent nothing',
      expected: 'a channel of a severity or of an owner',
      received: `"${name}" in neither`,
      fix: `add it to notifications.severities or notifications.owners, or remove it`,
    }));
}

/** The environments that may mount the replica, as declared. */
export const readersOf = ({ storage }: Environment): readonly string[] =>
  storage.kind === 'bucket' && storage.replication.to === 'dr-region'
    ? storage.replication.readBy
    : [];

function readersOfNothing(environment: Environment, others: readonly Mounts[]): Finding[] {
  if (!isReplicated(environment)) return [];
  const { name } = environment;
  const readBy = readersOf(environment);
  const path = 'storage.replication.readBy';
  const mounting = new Set(
    others.filter(({ replicaOf }) => replicaOf === name).map((one) => one.name),
  );
  if (readBy.length === 0) {
    return [
      {
        path,
        code: 'declaration/replica-of-nobody',
        message: 'lets nobody mount the replica',
        expected: 'an environment that can recover in the other region',
        received: '[]',
        fix: `declare one with storage: { kind: 'replica', of: '${name}', accessMode: 'ReadOnly' }, and name it here`,
      },
    ];
  }
  return readBy.flatMap((reader, index) =>
    mounting.has(reader)
      ? []
      : {
          path: `${path}[${index}]`,
          code: 'declaration/reader-of-nothing',
          message: 'mounts no replica of this environment',
          expected: `an environment with storage: { kind: 'replica', of: '${name}', … }`,
          received: `"${reader}"`,
          fix: 'correct the name, declare that environment, or remove it here',
        },
  );
}
