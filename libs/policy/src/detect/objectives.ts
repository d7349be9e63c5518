import { z } from 'zod';

import type { RenderedObject, Selector } from '../rendered.ts';

const recording = z.looseObject({
  spec: z.looseObject({
    groups: z.array(z.looseObject({ rules: z.array(z.looseObject({})) })),
  }),
});

/** As Prometheus records that a service is given up in a disaster. */
export const givenUp = 'resilience:service_unprotected';

const declared = z.looseObject({
  record: z.literal(['resilience:service_rto_seconds', givenUp]),
  labels: z.looseObject({ service: z.string(), scenario: z.string() }),
});

/**
 * What an environment declares of each service in each disaster, as Prometheus records it: an object of its
 * own, so that a waiver excuses one and no other, by a subject such as `objective/orders/region-failure`.
 */
export const objectives: Selector = (rendered) =>
  rendered.of('monitoring.coreos.com/PrometheusRule').flatMap(objectivesIn);

function objectivesIn({ value, file }: RenderedObject): RenderedObject[] {
  const parsed = recording.safeParse(value);
  if (!parsed.success) return [];
  return parsed.data.spec.groups.flatMap(({ rules }, group) =>
    rules.flatMap((rule, index) => {
      const found = declared.safeParse(rule);
      if (!found.success) return [];
      const { service, scenario } = found.data.labels;
      return [
        {
          file,
          place: ['spec', 'groups', group, 'rules', index],
          kind: 'objective',
          name: `${service}/${scenario}`,
          value: rule,
        },
      ];
    }),
  );
}
