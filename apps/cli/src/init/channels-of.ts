import type { DeclarationInput } from '@resilience/config/declaration';

import type { Answers } from './answers.ts';

type Notifications = NonNullable<DeclarationInput['notifications']>;
type Channels = Notifications['channels'];

/** The channels that were named, each with a Secret of its own. */
export function channelsOf(answers: Answers): Channels {
  const { slack, pagerduty, email, mailFrom, mailServer, mailUser } = answers;
  const channels: Channels = {};
  if (pagerduty) {
    channels['on-call'] = {
      kind: 'pagerduty',
      routingKey: { name: 'pagerduty', key: 'routing-key' },
    };
  }
  if (slack !== undefined) {
    channels['platform-chat'] = {
      kind: 'slack',
      channel: slack,
      webhook: { name: 'slack-platform', key: 'webhook' },
    };
  }
  if (email !== undefined) {
    channels['platform-mail'] = {
      kind: 'email',
      to: email,
      from: mailFrom ?? email,
      server: mailServer ?? '',
      login: { username: mailUser ?? email, password: { name: 'smtp', key: 'password' } },
    };
  }
  return channels;
}
