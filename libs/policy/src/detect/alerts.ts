import { z } from 'zod';

const words = z.record(z.string(), z.string()).default({});

/** A PrometheusRule, as far as its alerts are judged. */
export const prometheusRule = z.looseObject({
  spec: z.looseObject({
    groups: z.array(
      z.looseObject({
        rules: z.array(
          z.looseObject({
            alert: z.string().optional(),
            expr: z.string(),
            labels: words,
            annotations: words,
          }),
        ),
      }),
    ),
  }),
});

interface Alert {
  readonly name: string;
  readonly expr: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Where it stands in the object. */
  readonly at: readonly PropertyKey[];
}

/** The alerts of a PrometheusRule, without what it records. */
export const alertsOf = ({ spec: { groups } }: z.output<typeof prometheusRule>): Alert[] =>
  groups.flatMap(({ rules }, group) =>
    rules.flatMap(({ alert, expr, labels, annotations }, index) =>
      alert === undefined
        ? []
        : [
            {
              name: alert,
              expr,
              labels,
              annotations,
              at: ['spec', 'groups', group, 'rules', index],
            },
          ],
    ),
  );
