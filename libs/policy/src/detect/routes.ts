import { z } from 'zod';

const matcher = z.looseObject({
  name: z.string(),
  value: z.string().default(''),
  matchType: z.string().default('='),
});

const route = z.looseObject({
  receiver: z.string().optional(),
  matchers: z.array(matcher).default([]),
});

/** An AlertmanagerConfig, as far as its first two levels of routes go. */
export const alertmanagerConfig = z.looseObject({
  spec: z.looseObject({
    route: route.extend({ routes: z.array(route).default([]) }),
    receivers: z.array(z.looseObject({ name: z.string() })),
  }),
});

export type AlertmanagerConfig = z.output<typeof alertmanagerConfig>;

/** The receivers of alerts with a label, whatever other labels they have. */
export const receiversOf = (
  { spec: { route: root } }: AlertmanagerConfig,
  label: string,
  value: string,
): string[] =>
  root.routes
    .filter(({ matchers }) =>
      matchers.every((one) => one.name === label && one.matchType === '=' && one.value === value),
    )
    .filter(({ matchers }) => matchers.length > 0)
    .flatMap(({ receiver = root.receiver }) => receiver ?? []);
