import { z } from 'zod';

import { dnsLabel, object, text } from './scalars.ts';

const hosts = object('an ingress by namespace and name, with the host of its first rule', {
  /** The namespace of the ingress. */
  namespace: dnsLabel,
  /** The name of the ingress. */
  ingress: dnsLabel,
  /** The host that replaces the one of its first rule, so that no traffic of users arrives. */
  host: text(
    'a host name such as shop.example.com',
    /^(\*\.)?([a-z0-9]([-a-z0-9]*[a-z0-9])?\.)+[a-z]{2,}$/,
  ),
});

/** How what comes from another cluster is made to fit, or to do no harm, in this one. */
export const restores = z.discriminatedUnion(
  'objects',
  [
    object('restores of objects as they were', { objects: z.literal('as-they-were') }),
    object('restores of changed objects', {
      objects: z.literal('changed'),
      /** The class of every restored volume. */
      storageClass: dnsLabel,
      /** The class of every restored ingress: that of a controller which only rehearsals reach, or none. */
      ingressClass: dnsLabel,
      ingressHosts: z.array(hosts, {
        error: 'a list of ingresses with their hosts, possibly empty',
      }),
      /** Without replicas, and with cron jobs suspended, until a person starts them. */
      workloads: z.enum(['running', 'stopped'], { error: 'one of running, stopped' }),
    }),
  ],
  { error: 'restores of objects as-they-were or changed' },
);
