import { folderOf, type Folder, joined, referred } from '../input/folder.ts';
import { at, fromEntries, isObject, listAt, type PlainObject, textAt } from '../input/plain.ts';
import type { NotRead, Place } from '../input/source-file.ts';
import { type Found, isKind } from '../objects/found.ts';
import { inFile, inText, laid, type Layer, part } from './layer.ts';
import { none, type Releases, together } from './release.ts';

/**
 * Applications of ArgoCD that install a chart, with values of every kind, from one source or several, and what
 * the template of an ApplicationSet makes.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/helm/
 */
export const argoReleases = (objects: readonly Found[], folder: Folder): Releases =>
  together([
    ...objects
      .filter((one) => isKind(one, 'argoproj.io/Application'))
      .map((one) => ofApplication(one, [], folder)),
    ...objects
      .filter((one) => isKind(one, 'argoproj.io/ApplicationSet'))
      .map((one) => ofSet(one, folder)),
  ]);

function ofSet(found: Found, folder: Folder): Releases {
  const element = onlyElement(found);
  if (element !== undefined) return ofApplication(filledIn(found, element), template, folder);
  const why =
    'is an ApplicationSet: what its generators fill in is not evaluated, its template is judged as it stands';
  return together([
    ofApplication(found, template, folder),
    { ...none, notRead: [{ ...found.placeAt(['spec', 'generators']), why }] },
  ]);
}

const template = ['spec', 'template'];

/** The parameters of a set that makes one Application of a list; undefined for all others. */
function onlyElement({ value }: Found): PlainObject | undefined {
  const [generator, ...others] = listAt(value, 'spec', 'generators');
  const [element, ...further] = listAt(generator, 'list', 'elements');
  return others.length === 0 && further.length === 0 && isObject(element) ? element : undefined;
}

/** `{{name}}`, `{{.name}}` and `{{ .name }}` with their values. */
function filledIn(found: Found, element: PlainObject): Found {
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string')
      return value.replaceAll(
        /\{\{\s*\.?([\w.]+)\s*\}\}/g,
        (whole: string, path: string) => textAt(element, ...path.split('.')) ?? whole,
      );
    if (Array.isArray(value)) return value.map(fill);
    if (!isObject(value)) return value;
    return fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one)]));
  };
  return { ...found, value: fill(found.value) };
}

function ofApplication(found: Found, prefix: readonly PropertyKey[], folder: Folder): Releases {
  const spec = [...prefix, 'spec'];
  const sources = listAt(found.value, ...spec, 'sources').map((_, index) => [
    ...spec,
    'sources',
    index,
  ]);
  const all = sources.length > 0 ? sources : [[...spec, 'source']];
  return together(all.map((path) => ofSource(found, path, { spec, folder })));
}

interface Around {
  readonly spec: readonly PropertyKey[];
  readonly folder: Folder;
}

function ofSource(found: Found, path: readonly PropertyKey[], { spec, folder }: Around): Releases {
  const source = at(found.value, path);
  const chart = textAt(source, 'chart') ?? ociChart(source);
  const folderName = textAt(source, 'path');
  const isHelm = isObject(at(source, ['helm']));
  if (chart === undefined && (folderName === undefined || !isHelm)) return none;
  const place = found.placeAt(path);
  const own = folderName === undefined ? undefined : valuesOf(folder, folderName);
  const files = listAt(source, 'helm', 'valueFiles').map((name, index) =>
    valueFile(
      found,
      {
        name: String(name),
        place: found.placeAt([...path, 'helm', 'valueFiles', index]),
        base: folderName,
      },
      folder,
    ),
  );
  const layers = [
    ...(own ? [own.layer] : []),
    ...files.flatMap((one) => ('layer' in one ? [one.layer] : [])),
    ...textLayer(found, [...path, 'helm', 'values']),
    part(found, [...path, 'helm', 'valuesObject']),
    parameters(found, [...path, 'helm', 'parameters']),
  ];
  const notRead = files.flatMap((one) => ('why' in one ? [one] : []));
  return {
    taken: [
      ...(own ? [own.file] : []),
      ...files.flatMap((one) => ('layer' in one ? [one.file] : [])),
    ],
    notRead,
    releases: [
      {
        name: textAt(source, 'helm', 'releaseName') ?? found.name,
        namespace: textAt(found.value, ...spec, 'destination', 'namespace'),
        chart,
        version: chart === undefined ? undefined : textAt(source, 'targetRevision'),
        values: laid(layers, place),
        isPartial: notRead.length > 0,
        place,
        by: 'Application',
      },
    ],
  };
}

const ociChart = (source: unknown): string | undefined => {
  const url = textAt(source, 'repoURL');
  return url?.startsWith('oci://') ? url : undefined;
};

const textLayer = (found: Found, path: readonly PropertyKey[]): Layer[] => {
  const layer = inText(found, path);
  return layer ? [layer] : [];
};

interface Filed {
  readonly layer: Layer;
  readonly file: string;
}

/** The values of a chart that stands in the folder itself. */
function valuesOf({ files }: Folder, path: string): Filed | undefined {
  const file = [...files.values()].find(({ path: one }) =>
    one.endsWith(`${joined([], path)}/values.yaml`),
  );
  const layer = file && inFile(file);
  return file && layer ? { layer, file: file.path } : undefined;
}

interface Named {
  readonly name: string;
  readonly place: Place;
  readonly base: string | undefined;
}

function valueFile(found: Found, { name, place, base }: Named, folder: Folder): Filed | NotRead {
  const file =
    referred(folder, joined((base ?? '').split('/'), name), found.file) ??
    referred(folder, name, found.file);
  const layer = file && inFile(file);
  if (file && layer) return { layer, file: file.path };
  return {
    ...place,
    why: `the values file ${name} is not in ${folderOf(found.file) || 'this folder'}`,
  };
}

/** `configuration.backupStorageLocation[0].bucket` and its value. */
function parameters(found: Found, path: readonly PropertyKey[]): Layer {
  const list = listAt(found.value, ...path);
  const entries = list.map((one, index) => ({
    keys: (textAt(one, 'name') ?? '').split(/\.|\[(\d+)\]\.?/).filter((key) => key),
    value: textAt(one, 'value'),
    index,
  }));
  const value = entries.reduce<unknown>((made, { keys, value: set }) => put(made, keys, set), {});
  const placeAt = (inner: readonly PropertyKey[]): Place => {
    const found1 = entries.find(({ keys }) =>
      inner.every((key, index) => keys[index] === undefined || String(key) === keys[index]),
    );
    return found.placeAt(found1 ? [...path, found1.index] : path);
  };
  return { value, placeAt, insideOf: placeAt };
}

function put(made: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...others] = keys;
  if (key === undefined) return value;
  const object = isObject(made) ? made : {};
  return fromEntries([
    ...Object.entries(object).filter(([name]) => name !== key),
    [key, put(object[key], others, value)],
  ]);
}
