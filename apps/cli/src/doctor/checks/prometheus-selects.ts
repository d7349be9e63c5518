import { z } from 'zod';

import type { DoctorCheck } from '../doctor-check.ts';

const selector = z
  .object({
    matchLabels: z.record(z.string(), z.string()).default({}),
    matchExpressions: z.array(z.unknown()).default([]),
  })
  .optional();

const prometheuses = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string() }),
      spec: z.object({
        ruleSelector: selector,
        serviceMonitorSelector: selector,
        podMonitorSelector: selector,
      }),
    }),
  ),
});

const selectors = ['ruleSelector', 'serviceMonitorSelector', 'podMonitorSelector'] as const;

/** Prometheus takes the rules and monitors that are rendered, by their labels. */
export const prometheusSelects: DoctorCheck = {
  group: 'cluster',
  name: 'selectors of Prometheus',
  examine: async ({ kubectl, environment }) => {
    const { namespace, labels } = environment.monitoring;
    const words = ['get', 'prometheuses.monitoring.coreos.com', '--namespace', namespace];
    const { items } = prometheuses.parse(await kubectl.json(words));
    if (items.length === 0) {
      return [
        {
          subject: 'Prometheus',
          state: 'wrong',
          found: `none in the namespace ${namespace}`,
          fix: 'install kube-prometheus-stack there, or correct monitoring.namespace: no alert fires',
        },
      ];
    }
    return items.flatMap(({ metadata, spec }) =>
      selectors.map((name) => {
        const wanted = Object.entries(spec[name]?.matchLabels ?? {});
        const missing = wanted.filter(([key, value]) => labels[key] !== value);
        const subject = `${name} of ${metadata.name}`;
        return missing.length === 0
          ? { subject, state: 'ok' as const, found: 'takes what is rendered' }
          : {
              subject,
              state: 'wrong' as const,
              found: `asks for ${missing.map((pair) => pair.join('=')).join(', ')}`,
              fix: `declare monitoring.labels: { ${wanted.map(([key, value]) => `'${key}': '${value}'`).join(', ')} }`,
            };
      }),
    );
  },
};
