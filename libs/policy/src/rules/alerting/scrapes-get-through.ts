import { z } from 'zod';

import { workloads } from '../../detect/containers.ts';
import { podLabels, scraped, scrapedPorts, selects } from '../../detect/scrapes.ts';
import { rule, violation } from '../../rule.ts';

export const scrapesGetThrough = rule({
  id: 'alerting/scrapes-get-through',
  severity: 'error',
  why: 'Where nobody is let in who is not named, a monitor alone scrapes nothing.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  declaredAt: 'apps/cluster/src/charts/velero-network.ts',
  appliesTo: workloads,
  shape: scraped,
  check: (workload, { rendered }) => {
    const open = rendered
      .of('networking.k8s.io/NetworkPolicy')
      .map(({ value }) => policy.parse(value).spec)
      .filter(({ podSelector }) => selects(podSelector.matchLabels, podLabels(workload)))
      .flatMap(({ ingress }) => ingress.flatMap(({ ports }) => ports.map(({ port }) => port)));
    return scrapedPorts(workload, rendered)
      .filter(({ number }) => !open.includes(number))
      .map(({ name, number }) =>
        violation(`is not reached at its port ${name}`, {
          expected: `a NetworkPolicy that lets Prometheus in at ${number}`,
          received: open,
        }),
      );
  },
});

const policy = z.looseObject({
  spec: z.looseObject({
    podSelector: z.looseObject({ matchLabels: z.record(z.string(), z.string()).default({}) }),
    ingress: z
      .array(z.looseObject({ ports: z.array(z.looseObject({ port: z.number() })).default([]) }))
      .default([]),
  }),
});
