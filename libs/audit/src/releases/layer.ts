import { type Document, readDocuments } from '../input/documents.ts';
import { at, isObject, overlay, textAt } from '../input/plain.ts';
import type { Place, SourceFile } from '../input/source-file.ts';

/** Values of Helm that know where they are written. */
export interface Layer {
  readonly value: unknown;
  readonly placeAt: (path: readonly PropertyKey[]) => Place;
  readonly insideOf: (path: readonly PropertyKey[]) => Place;
}

type Written = Pick<Document, 'value' | 'placeAt' | 'insideOf'>;

/** Values that are a part of something that is written. */
export const part = (whole: Written, path: readonly PropertyKey[]): Layer => ({
  value: at(whole.value, path),
  placeAt: (inner) => whole.placeAt([...path, ...inner]),
  insideOf: (inner) => whole.insideOf([...path, ...inner]),
});

/** Values that are a text in something that is written; undefined where that is no YAML. */
export function inText(whole: Written, path: readonly PropertyKey[]): Layer | undefined {
  const text = textAt(whole.value, ...path);
  if (text === undefined) return undefined;
  const begin = whole.insideOf(path);
  const [document] = readDocuments({ path: begin.file, text }).documents;
  if (!document || !isObject(document.value)) return undefined;
  const below = ({ line }: Place): Place => ({ file: begin.file, line: begin.line + line - 1 });
  return {
    value: document.value,
    placeAt: (inner) => below(document.placeAt(inner)),
    insideOf: (inner) => below(document.insideOf(inner)),
  };
}

/** Values that are a file; undefined where it is no YAML. */
export function inFile(file: SourceFile): Layer | undefined {
  const [document] = readDocuments(file).documents;
  return document && isObject(document.value) ? document : undefined;
}

/** Layers over each other: what stands in a later one hides what stands in those before it. */
export function laid(layers: readonly Layer[], whole: Place): Layer {
  const highest = (path: readonly PropertyKey[]): Layer | undefined => {
    for (let length = path.length; length > 0; length -= 1) {
      const prefix = path.slice(0, length);
      const holds = layers.findLast(({ value }) => at(value, prefix) !== undefined);
      if (holds) return holds;
    }
    return undefined;
  };
  return {
    value: layers.reduce<unknown>((below, { value }) => overlay(below, value), {}),
    placeAt: (path) => highest(path)?.placeAt(path) ?? whole,
    insideOf: (path) => highest(path)?.insideOf(path) ?? whole,
  };
}
