import type { Rendered } from '@resilience/policy/rendered';
import { z } from 'zod';

const words = z.record(z.string(), z.string()).default({});

const prometheusRule = z.looseObject({
  spec: z.looseObject({
    groups: z.array(
      z.looseObject({
        rules: z.array(
          z.looseObject({
            alert: z.string().optional(),
            expr: z.string(),
            for: z.string().default('0s'),
            labels: words,
          }),
        ),
      }),
    ),
  }),
});

/** One alert of Prometheus as it is rendered. */
export interface Alert {
  readonly file: string;
  readonly name: string;
  /** Such as `1h30m`. */
  readonly for: string;
  readonly severity: string;
  /** Tells apart alerts of one name: their labels, the severity aside. */
  readonly labels: string;
  readonly expr: string;
}

/** Every alert of an environment. */
export const alertsOf = (rendered: Rendered): Alert[] =>
  rendered
    .of('monitoring.coreos.com/PrometheusRule')
    .flatMap(({ file, value }) =>
      (prometheusRule.safeParse(value).data?.spec.groups ?? []).flatMap(({ rules }) =>
        rules.flatMap(({ alert, expr, for: time, labels: { severity = '', ...labels } }) =>
          alert === undefined
            ? []
            : [{ file, name: alert, for: time, severity, labels: JSON.stringify(labels), expr }],
        ),
      ),
    );
