import { fromEntries, isObject, listAt, objectAt, textAt } from './plain.ts';
import type { Found } from '../objects/found.ts';

/**
 * Variables that Flux fills in after it has built a kustomization, as far as the folder has one value of each.
 *
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution
 */
export function variablesOf(objects: readonly Found[]): ReadonlyMap<string, string> {
  const builds = objects
    .filter(({ kind }) => kind === 'kustomize.toolkit.fluxcd.io/Kustomization')
    .map(({ value }) => objectAt(value, 'spec', 'postBuild'));
  const named = new Set(
    builds.flatMap((build) =>
      listAt(build, 'substituteFrom').flatMap((one) => textAt(one, 'name') ?? []),
    ),
  );
  const maps = objects
    .filter(({ kind, name }) => kind === 'v1/ConfigMap' && named.has(name))
    .map(({ value }) => objectAt(value, 'data'));
  const found = new Map<string, Set<string>>();
  for (const [key, value] of [...builds.map((one) => objectAt(one, 'substitute')), ...maps].flatMap(
    Object.entries,
  )) {
    const values = found.get(key) ?? new Set();
    found.set(key, values.add(textAt(value) ?? ''));
  }
  return new Map(
    [...found].flatMap(([key, values]) => (values.size === 1 ? [[key, [...values][0] ?? '']] : [])),
  );
}

const reference = /\$\{(\w+)(?::?[=-]([^}]*))?\}/g;

/** The same with all variables that are known, or have a default, filled in. */
export function substituted(value: unknown, variables: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') {
    return value.includes('${')
      ? value.replaceAll(
          reference,
          (whole: string, name: string, fallback: string | undefined) =>
            variables.get(name) ?? fallback ?? whole,
        )
      : value;
  }
  if (Array.isArray(value)) return value.map((one) => substituted(one, variables));
  if (!isObject(value)) return value;
  return fromEntries(Object.entries(value).map(([key, one]) => [key, substituted(one, variables)]));
}

/** Whether a text waits for another program to fill it in, or for its author. */
export const isOpen = (text: string): boolean =>
  /\$\{|\{\{|\$\(|^<[^>]*>$|^\$[A-Z_]+$|^(CHANGE_?ME|TODO|REPLACE_?ME)/i.test(text);
