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
  /** Its name and labels, the severity aside: the same in whichever file it stands. */
  readonly key: string;
  /** Whose alert it is; undefined where it is of the whole environment. */
  readonly service: string | undefined;
  readonly expr: string;
}

/** Every alert of an environment. */
export const alertsOf = (rendered: Rendered): Alert[] =>
  rendered.of('monitoring.coreos.com/PrometheusRule').flatMap(({ file, value }) =>
    (prometheusRule.safeParse(value).data?.spec.groups ?? []).flatMap(({ rules }) =>
      rules.flatMap(({ alert, expr, for: time, labels: { severity = '', ...labels } }) =>
        alert === undefined
          ? []
          : [
              {
                file,
                name: alert,
                for: time,
                severity,
                key: `${alert} ${JSON.stringify(labels)}`,
                service: labels['service'],
                expr,
              },
            ],
      ),
    ),
  );
