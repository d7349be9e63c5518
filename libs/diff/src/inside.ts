import type { Rendered, RenderedObject } from '@resilience/policy/rendered';
import { z } from 'zod';

const block = z.looseObject({});

/** A resource's value as an object, whatever it is. */
export const valueOf = ({ value }: RenderedObject): Readonly<Record<string, unknown>> =>
  block.safeParse(value).data ?? {};

/** What is inside an object or a list, by keys and indices. */
export const inside = (value: unknown, ...keys: readonly (string | number)[]): unknown =>
  keys.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  );

/** The same as a text, empty where no text is there. */
export function textIn(value: unknown, ...keys: readonly (string | number)[]): string {
  const found = inside(value, ...keys);
  return typeof found === 'string' ? found : '';
}

/** A protection of a bucket that a resource of its own stands for. */
export const protectionsOf = (
  rendered: Rendered,
  type: string,
  isOn: (value: unknown) => boolean,
) =>
  rendered.of(type).map((object) => ({
    path: `${object.file}.${object.kind}.${object.name}`,
    subject: object.name,
    strength: isOn(object.value) ? 1 : 0,
    value: isOn(object.value) ? 'on' : 'off',
  }));
