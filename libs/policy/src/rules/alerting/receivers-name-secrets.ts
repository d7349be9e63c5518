import { z } from 'zod';

import { secretKey } from '../../detect/routes.ts';
import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

/** Fields of receivers that let in whoever knows them; each has to name a key of a Secret. */
const confidential = new Set(['routingKey', 'serviceKey', 'apiURL', 'urlSecret', 'authPassword']);

export const receiversNameSecrets = rule({
  id: 'alerting/receivers-name-secrets',
  severity: 'error',
  why: 'Whoever reads the address of a webhook in Git can ring the bell, or keep it quiet.',
  source:
    'https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1alpha1.AlertmanagerConfig',
  declaredAt: 'notifications.channels',
  appliesTo: kind('monitoring.coreos.com/AlertmanagerConfig'),
  shape: z.looseObject({
    spec: z.looseObject({ receivers: z.array(z.looseObject({ name: z.string() })).default([]) }),
  }),
  check: ({ spec: { receivers } }) =>
    receivers.flatMap((channels, receiver) =>
      Object.entries(channels).flatMap(([channel, configs]) =>
        configurations.parse(configs).flatMap((config, index) =>
          Object.entries(config)
            .filter(([field, value]) => givesAway({ channel, field, value }))
            .map(([field]) =>
              violation('holds a secret', {
                at: ['spec', 'receivers', receiver, channel, index, field],
                expected: 'the name and key of a Secret',
                received: 'clear text',
              }),
            ),
        ),
      ),
    ),
});

/** Of one kind of channel; a receiver has a name, too. */
const configurations = z.array(z.looseObject({})).catch([]);

interface Setting {
  readonly channel: string;
  readonly field: string;
  readonly value: unknown;
}

/** A webhook is let in by its address alone. */
const givesAway = ({ channel, field, value }: Setting): boolean =>
  (channel === 'webhookConfigs' && field === 'url') ||
  (confidential.has(field) && !secretKey.safeParse(value).success);
