import type { Rendered } from '@resilience/policy/rendered';
import { z } from 'zod';

const words = z.record(z.string(), z.string()).default({});

const ruleSchema = z.looseObject({
  alert: z.string().optional(),
  expr: z.string(),
  for: z.string().default('0s'),
  labels: words,
});

type Rule = z.output<typeof ruleSchema>;

const prometheusRule = z.looseObject({
  spec: z.looseObject({
    groups: z.array(
      z.looseObject({
        rules: z.array(ruleSchema),
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

/** Every alert of an environment, by name. */
export const alertsOf = (rendered: Rendered): Alert[] =>
  rendered
    .of('monitoring.coreos.com/PrometheusRule')
    .flatMap(({ file, value }) =>
      (prometheusRule.safeParse(value).data?.spec.groups ?? []).flatMap(({ rules }) =>
        rules.flatMap((rule) => alertOf(file, rule)),
      ),
    )
    .toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));

function alertOf(file: string, { alert: name, expr, for: time, labels }: Rule): Alert[] {
  const { severity = '', ...others } = labels;
  if (name === undefined) return [];
  const key = `${name} ${JSON.stringify(others)}`;
  return [{ file, name, for: time, severity, key, service: others['service'], expr }];
}
