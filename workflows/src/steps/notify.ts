import { minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { scriptStep } from '../script-step.ts';
import { input, type Template } from '../template.ts';

interface Channel {
  readonly name: string;
  readonly webhook: { readonly name: string; readonly key: string };
}

/** The channels of Slack that are told of every run; who is paged is told by the alerts. */
export const toldChannels = ({ notifications }: Environment): Channel[] =>
  [
    ...new Set([
      ...notifications.severities.info.channels,
      ...notifications.severities.warning.channels,
    ]),
  ].flatMap((name) => {
    const channel = notifications.channels[name];
    return channel?.kind === 'slack' ? [{ name, webhook: channel.webhook }] : [];
  });

export const notifyStep = ({ name }: Pick<Channel, 'name'>): string => `notify-${name}`;

/** Tells one channel how a run ended. */
export const notify = (environment: Environment, channel: Channel): Template => ({
  ...scriptStep(environment, {
    name: 'notify',
    inputs: ['runbook', 'outcome', 'failures'],
    env: {
      WORKFLOW: '{{workflow.name}}',
      ENVIRONMENT: environment.name,
      RUNBOOK: input('runbook'),
      OUTCOME: input('outcome'),
      FAILURES: input('failures'),
    },
    secrets: [{ name: 'WEBHOOK', valueFrom: { secretKeyRef: channel.webhook } }],
    outputs: [],
    deadline: minutes(5),
    retried: true,
  }),
  name: notifyStep(channel),
});
