import type { RenderedObject } from '@resilience/policy/rendered';

import type { Document } from '../input/documents.ts';
import { isObject, textAt } from '../input/plain.ts';
import type { Place } from '../input/source-file.ts';

/** An object of Kubernetes, as a file holds it or as a chart makes it of values. */
export interface Found extends RenderedObject {
  /** Undefined where neither the object nor what applies it says so. */
  readonly namespace: string | undefined;
  /** Where a part of it is written. */
  readonly placeAt: (path: readonly PropertyKey[]) => Place;
  /** Where a text in it begins. */
  readonly insideOf: (path: readonly PropertyKey[]) => Place;
}

const lists = /List$/;
const tooDeep = 5;

/** Every object that a document holds; lists of objects are taken apart. */
export function objectsIn(document: Document, depth = 0): Found[] {
  const { value, file, placeAt, insideOf } = document;
  if (!isObject(value)) return [];
  const [apiVersion, kind] = [textAt(value, 'apiVersion'), textAt(value, 'kind')];
  if (apiVersion === undefined || kind === undefined) return [];
  const items = value['items'];
  if (lists.test(kind) && Array.isArray(items) && depth < tooDeep) {
    return items.flatMap((item: unknown, index) =>
      objectsIn(
        {
          file,
          value: withKind(item, apiVersion, kind),
          placeAt: (path) => placeAt(['items', index, ...path]),
          insideOf: (path) => insideOf(['items', index, ...path]),
        },
        depth + 1,
      ),
    );
  }
  return [
    {
      file,
      place: [],
      kind: `${groupOf(apiVersion)}/${kind}`,
      name: textAt(value, 'metadata', 'name') ?? '',
      namespace: textAt(value, 'metadata', 'namespace'),
      value,
      placeAt,
      insideOf,
    },
  ];
}

/** Items of a typed list may leave out what the list says. */
const withKind = (item: unknown, apiVersion: string, list: string): unknown =>
  isObject(item) && item['kind'] === undefined && list !== 'List'
    ? { apiVersion, kind: list.replace(lists, ''), ...item }
    : item;

const groupOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : apiVersion;

/** Such as `velero.io/Schedule`, whatever the version. */
export const isKind = ({ kind }: Found, ...kinds: readonly string[]): boolean =>
  kinds.includes(kind);
