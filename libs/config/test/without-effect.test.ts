import { expect, test } from 'vitest';

import type { CompleteInput } from '../src/schema/declaration.ts';
import { withoutEffect } from '../src/without-effect.ts';
import { primaryEnvironment, replicaEnvironment } from './fixtures/declarations.ts';

const standby = { name: 'standby', replicaOf: 'primary' };
const found = (
  edit: (declaration: CompleteInput) => void,
  others: Parameters<typeof withoutEffect>[1] = [standby],
) => withoutEffect(primaryEnvironment(edit), others).map(({ path, code }) => `${path}: ${code}`);

test('what has an effect is not mentioned', () => {
  expect(found(() => {})).toEqual([]);
  expect(withoutEffect(replicaEnvironment(), [])).toEqual([]);
});

const chat = {
  kind: 'slack',
  channel: '#resilience',
  webhook: { name: 'slack', key: 'webhook' },
} as const;

test('a channel that no severity and no owner has is sent nothing', () => {
  expect(
    found(({ notifications }) => {
      notifications.channels['chat'] = chat;
    }),
  ).toEqual(['notifications.channels.chat: declaration/channel-of-nobody']);
});

test.each<[string, (notifications: CompleteInput['notifications']) => void]>([
  ['an owner', ({ owners }) => (owners['sales'] = ['chat'])],
  ['a severity', ({ severities }) => severities.info.channels.push('chat')],
  ['the updates of a severity', ({ severities }) => (severities.critical.updatesIn = 'chat')],
])('a channel of %s is used', (_, use) => {
  expect(
    found(({ notifications }) => {
      notifications.channels['chat'] = chat;
      use(notifications);
    }),
  ).toEqual([]);
});

const readBy =
  (...names: string[]) =>
  ({ storage }: CompleteInput): void => {
    if (storage.kind !== 'bucket' || storage.replication.to !== 'dr-region') return;
    storage.replication.readBy = names;
  };

test('a replica that nobody may mount recovers nobody', () => {
  expect(found(readBy())).toEqual(['storage.replication.readBy: declaration/replica-of-nobody']);
});

test.each([
  ['is not there', []],
  ['has a bucket of its own', [{ name: 'standby', replicaOf: undefined }]],
  ['mounts another replica', [{ name: 'standby', replicaOf: 'other' }]],
])('a reader that %s reads nothing', (_, others) => {
  expect(found(readBy('standby'), others)).toEqual([
    'storage.replication.readBy[0]: declaration/reader-of-nothing',
  ]);
});
