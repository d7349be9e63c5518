import { parse } from 'yaml';
import { z } from 'zod';

import type { Rendered, RenderedObject, Selector } from '../rendered.ts';
import { schedule } from './schedules.ts';

const named = z.looseObject({ spec: schedule.shape.spec.pick({ template: true }) });

/** The name of the policies of a schedule; undefined for a schedule without any. */
const policiesOf = ({ value }: RenderedObject): string | undefined =>
  named.safeParse(value).data?.spec.template.resourcePolicy?.name;

/** The ConfigMaps whose policies decide how schedules copy volumes. */
export const volumePolicies: Selector = (rendered) => {
  const names = new Set(rendered.of('velero.io/Schedule').map(policiesOf));
  return rendered.of('v1/ConfigMap').filter(({ name }) => names.has(name));
};

/** The names of the schedules that go by such a ConfigMap. */
export const schedulesBy = (rendered: Rendered, policies: string): string[] =>
  rendered
    .of('velero.io/Schedule')
    .filter((one) => policiesOf(one) === policies)
    .map(({ name }) => name);

const policy = z.looseObject({
  conditions: z.looseObject({
    pvcLabels: z.record(z.string(), z.string()).optional(),
    storageClass: z.array(z.string()).optional(),
  }),
  action: z.looseObject({ type: z.string() }),
});

const document = z.looseObject({ volumePolicies: z.array(policy) });

type Conditions = z.output<typeof policy>['conditions'];

/**
 * The conditions of the policies that leave volumes out.
 *
 * @param text the document in the ConfigMap
 * @returns undefined for what is no such document
 */
export function skipped(text: string): Conditions[] | undefined {
  try {
    return document
      .parse(parse(text, { version: '1.1' }))
      .volumePolicies.filter(({ action }) => action.type === 'skip')
      .map(({ conditions }) => conditions);
  } catch {
    return undefined;
  }
}
