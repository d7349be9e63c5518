import { z } from 'zod';

import { declaration } from '../schema/declaration.ts';
import { notBackedUp } from '../schema/not-backed-up.ts';
import { dnsLabel } from '../schema/scalars.ts';
import { service, volume } from '../schema/service.ts';
import { assumedOfVolume, neededOfService } from '../schema/service-input.ts';
import { serviceWithPresets } from '../schema/written.ts';
import { exampleLines, expectedPhrase } from '../teach/example.ts';
import { examplesByKey } from '../teach/examples-by-key.ts';
import { defOf, inputSchema } from '../teach/schema-at.ts';
import { type KeySentences, keySentences } from './key-sentences.ts';

type Schema = z.core.$ZodType;

/** An object of the declaration, which stands at one place or at several. */
export interface DescribedObject {
  /** Such as `a schedule`. */
  readonly title: string;
  /** Paths from the declaration's root, `‹name›` for a name that is declared. */
  readonly places: readonly string[];
  /** The keys whose one value says that it is this object, such as `kind: 'bucket'`. */
  readonly decidedBy: readonly string[];
  readonly keys: readonly DescribedKey[];
}

export interface DescribedKey {
  readonly key: string;
  /** What has to stand there, with its unit. */
  readonly expected: string;
  /** Titles of the objects that can stand there, or below its names and lists. */
  readonly objects: readonly string[];
  readonly mayBeLeftOut: boolean;
  /** As it is written; undefined for an object, whose keys have examples of their own. */
  readonly example: string | undefined;
  /** What the key decides; undefined where the sources say nothing. */
  readonly sentence: string | undefined;
}

/** As they are written: with presets, or left out of backups. */
const services = z.record(dnsLabel, z.union([serviceWithPresets, notBackedUp]), {
  error: 'services by name',
});

const root = declaration.extend({ services });

/** What may be left out as something else says it. */
const completed = new Map<Schema, ReadonlySet<string>>([
  [serviceWithPresets, new Set(Object.keys(service.shape).filter((key) => !isNeeded(key)))],
  [volume, new Set<string>(assumedOfVolume)],
  [notBackedUp, new Set(['namespace'])],
]);

function isNeeded(key: string): boolean {
  return neededOfService.some((needed) => needed === key);
}

/** Every object of the declaration with its keys, each once, in the order in which a reader comes to them. */
export function describedObjects(): DescribedObject[] {
  const sentences = keySentences();
  const objects = new Map<string, DescribedObject>();
  visit(root, []);
  return [...objects.values()];

  function visit(schema: Schema, path: readonly string[]): void {
    for (const object of objectsOf(schema, path)) {
      const title = titleOf(object.schema);
      const known = objects.get(title);
      objects.set(title, {
        title,
        places: [...(known?.places ?? []), object.path.join('')],
        decidedBy: known?.decidedBy ?? decidingKeys(object.schema),
        keys: known?.keys ?? keysOf(object.schema, sentences),
      });
      for (const [key, member] of Object.entries(shapeOf(object.schema)))
        visit(member, [...object.path, object.path.length > 0 ? `.${key}` : key]);
    }
  }
}

interface Placed {
  readonly schema: Schema;
  readonly path: readonly string[];
}

/** The objects at a place: itself, the options of a union, the values of a record, the items of a list. */
function objectsOf(schema: Schema, path: readonly string[]): Placed[] {
  const inner = inputSchema(schema);
  const def = defOf(inner);
  if (def.type === 'object') return isMadeByPreset(def.shape) ? [] : [{ schema: inner, path }];
  if (def.type === 'record') return objectsOf(def.valueType, [...path, '.‹name›']);
  if (def.type === 'array') return objectsOf(def.element, [...path, '[]']);
  return def.type === 'union' ? def.options.flatMap((option) => objectsOf(option, path)) : [];
}

/** Nobody writes what presets return. */
const isMadeByPreset = (shape: Readonly<Record<string, Schema>>): boolean =>
  Object.values(shape).every((member) => defOf(inputSchema(member)).type === 'unknown');

function shapeOf(schema: Schema): Readonly<Record<string, Schema>> {
  const def = defOf(schema);
  return def.type === 'object' ? def.shape : {};
}

const isDecided = (schema: Schema): boolean => defOf(inputSchema(schema)).type === 'literal';

const decidingKeys = (schema: Schema): string[] =>
  Object.entries(shapeOf(schema)).flatMap(([key, member]) =>
    isDecided(member) ? [`${key}: ${exampleLines(member).join(' ')}`] : [],
  );

const titleOf = (schema: Schema): string =>
  expectedPhrase(schema).replace(/:.*|,? such as .*/s, '');

function keysOf(schema: Schema, sentences: KeySentences): DescribedKey[] {
  const phrase = expectedPhrase(schema);
  const members = Object.entries(shapeOf(schema)).filter(([, member]) => !isDecided(member));
  return members.map(([key, member]) => {
    const objects = [...new Set(objectsOf(member, []).map((one) => titleOf(one.schema)))];
    return {
      key,
      expected: expectedPhrase(member),
      objects,
      mayBeLeftOut: defOf(member).type === 'optional' || isCompleted(schema, key),
      example:
        objects.length === 0 ? (examplesByKey[key] ?? exampleLines(member).join(' ')) : undefined,
      sentence: sentences(phrase, key),
    };
  });
}

const isCompleted = (schema: Schema, key: string): boolean =>
  completed.get(schema)?.has(key) ?? false;
