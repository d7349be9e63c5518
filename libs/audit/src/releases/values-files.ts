import type { Document } from '../input/documents.ts';
import { folderOf } from '../input/folder.ts';
import { isObject } from '../input/plain.ts';
import { laid, part } from './layer.ts';
import { dependencyOn } from './other-programs.ts';
import {
  looksLikeVelero,
  none,
  type Release,
  type Releases,
  together,
  wrapped,
} from './release.ts';

/** Values of the chart `velero` that nothing in the folder refers to: a file, or a key of one. */
export const valuesFiles = (documents: readonly Document[], taken: ReadonlySet<string>): Releases =>
  together(
    documents
      .filter(({ file, value }) => !taken.has(file) && isObject(value) && !('kind' in value))
      .map((document) => ofDocument(document, documents)),
  );

function ofDocument(document: Document, documents: readonly Document[]): Releases {
  const dependency = dependencyOn(documents, folderOf(document.file));
  const keys = looksLikeVelero(document.value) ? [undefined] : wrapped(document.value);
  const releases = keys.map((key): Release => {
    const path = key === undefined ? [] : [key];
    const place = document.placeAt(path);
    return {
      name: 'velero',
      namespace: undefined,
      chart: 'velero',
      version: dependency?.version,
      values: laid([part(document, path)], place),
      isPartial: false,
      place,
      by: 'values file',
    };
  });
  return { ...none, releases };
}
