import { isSameQuantity } from './quantity.ts';

/**
 * The places where an object of the cluster differs from what is rendered. What the cluster adds, such as defaults and
 * the state of an object, is no difference.
 *
 * @returns paths such as `spec.template.ttl`
 */
export function differences(rendered: unknown, live: unknown, path = ''): string[] {
  if (Array.isArray(rendered)) {
    if (live === undefined && rendered.length === 0) return [];
    if (!Array.isArray(live) || live.length !== rendered.length) return [path];
    return rendered.flatMap((item, index) => differences(item, live[index], `${path}[${index}]`));
  }
  if (isObject(rendered)) {
    if (!isObject(live)) return isEmpty(rendered) ? [] : [path];
    return Object.entries(rendered).flatMap(([key, value]) =>
      differences(value, live[key], path === '' ? key : `${path}.${key}`),
    );
  }
  if (live === undefined && isNothing(rendered)) return [];
  return rendered === live || isSameQuantity(rendered, live, path) ? [] : [path];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (value: Readonly<Record<string, unknown>>): boolean =>
  Object.values(value).every((one) => isNothing(one) || (isObject(one) && isEmpty(one)));

/** The API server leaves it out. */
const isNothing = (value: unknown): boolean =>
  value === null || value === false || value === 0 || value === '';
