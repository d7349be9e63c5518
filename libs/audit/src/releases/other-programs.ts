import { type Folder, referred } from '../input/folder.ts';
import { at, isObject, listAt, textAt } from '../input/plain.ts';
import type { Document } from '../input/documents.ts';
import type { NotRead } from '../input/source-file.ts';
import { type Found, isKind } from '../objects/found.ts';
import { inFile, inText, laid, type Layer, part } from './layer.ts';
import { isVeleroChart, none, type Releases, together } from './release.ts';

/**
 * HelmCharts, as k3s and RKE2 install them.
 *
 * @see https://docs.k3s.io/helm
 */
export const k3sReleases = (objects: readonly Found[]): Releases =>
  together(
    objects
      .filter((one) => isKind(one, 'helm.cattle.io/HelmChart'))
      .map((found) => {
        const place = found.placeAt(['spec']);
        const text = inText(found, ['spec', 'valuesContent']);
        const layers = [...(text ? [text] : []), part(found, ['spec', 'set'])];
        return {
          ...none,
          releases: [
            {
              name: found.name,
              namespace: textAt(found.value, 'spec', 'targetNamespace') ?? found.namespace,
              chart: textAt(found.value, 'spec', 'chart'),
              version: textAt(found.value, 'spec', 'version'),
              values: laid(layers, place),
              isPartial: false,
              place,
              by: 'HelmChart',
            },
          ],
        };
      }),
  );

/** Releases of a helmfile, with inline values and files. */
export const helmfileReleases = (documents: readonly Document[], folder: Folder): Releases =>
  together(
    documents
      .filter(({ value }) => at(value, ['apiVersion']) === undefined)
      .flatMap((document) =>
        listAt(document.value, 'releases').flatMap((release, index) =>
          isObject(release) && textAt(release, 'chart') !== undefined
            ? [ofList(document, ['releases', index], folder)]
            : [],
        ),
      ),
  );

/**
 * The chart of a bundle of Fleet.
 *
 * @see https://fleet.rancher.io/ref-fleet-yaml
 */
export const fleetReleases = (documents: readonly Document[], folder: Folder): Releases =>
  together(
    documents
      .filter(({ file }) => /(^|\/)fleet\.ya?ml$/.test(file))
      .filter(({ value }) => isObject(at(value, ['helm'])))
      .map((document) => ofBundle(document, folder)),
  );

function ofBundle(document: Document, folder: Folder): Releases {
  const helm = at(document.value, ['helm']);
  const place = document.placeAt(['helm']);
  const files = listAt(helm, 'valuesFiles').map((_, index) =>
    valuesAt(document, ['helm', 'valuesFiles', index], folder),
  );
  const notRead = files.flatMap((one) => ('why' in one ? [one] : []));
  const values = laid([part(document, ['helm', 'values']), ...layersOf(files)], place);
  const namespace =
    textAt(document.value, 'namespace') ?? textAt(document.value, 'defaultNamespace');
  return {
    taken: [document.file, ...files.flatMap((one) => ('layer' in one ? [one.file] : []))],
    notRead,
    releases: [
      {
        name: textAt(helm, 'releaseName') ?? 'velero',
        namespace,
        chart: textAt(helm, 'chart'),
        version: textAt(helm, 'version'),
        values,
        isPartial: notRead.length > 0 || listAt(helm, 'valuesFrom').length > 0,
        place,
        by: 'Fleet',
      },
    ],
  };
}

/** Charts that kustomize inflates. */
export const kustomizeReleases = (documents: readonly Document[], folder: Folder): Releases =>
  together(
    documents.flatMap((document) =>
      listAt(document.value, 'helmCharts').map((_, index) =>
        ofList(document, ['helmCharts', index], folder),
      ),
    ),
  );

function ofList(document: Document, path: readonly PropertyKey[], folder: Folder): Releases {
  const release = at(document.value, path);
  const place = document.placeAt(path);
  const references = [
    ...listAt(release, 'values').map((_, index) => [...path, 'values', index]),
    ...(textAt(release, 'valuesFile') === undefined ? [] : [[...path, 'valuesFile']]),
  ];
  const additional = listAt(release, 'additionalValuesFiles').map((_, index) => [
    ...path,
    'additionalValuesFiles',
    index,
  ]);
  const below = references.map((one) => valuesAt(document, one, folder));
  const above = additional.map((one) => valuesAt(document, one, folder));
  const values = [...below, ...above];
  const notRead = values.flatMap((one) => ('why' in one ? [one] : []));
  const chart = textAt(release, 'chart') ?? textAt(release, 'name');
  return {
    taken: values.flatMap((one) => ('file' in one && 'layer' in one ? [one.file] : [])),
    notRead,
    releases: [
      {
        name: textAt(release, 'releaseName') ?? textAt(release, 'name') ?? 'velero',
        namespace: textAt(release, 'namespace'),
        chart,
        version: textAt(release, 'version'),
        values: laid(
          [
            ...merged(layersOf(below), part(document, [...path, 'valuesInline']), release),
            ...layersOf(above),
          ],
          place,
        ),
        isPartial: notRead.length > 0,
        place,
        by: path[0] === 'releases' ? 'helmfile' : 'kustomize',
      },
    ],
  };
}

const layersOf = (values: readonly (Taken | NotRead)[]): Layer[] =>
  values.flatMap((one) => ('layer' in one ? [one.layer] : []));

/**
 * Inline values lie on those of the file, below those of additional files.
 *
 * @see https://github.com/kubernetes-sigs/kustomize/blob/master/api/types/helmchartargs.go
 */
function merged(files: readonly Layer[], inline: Layer, release: unknown): readonly Layer[] {
  const how = textAt(release, 'valuesMerge');
  if (how === 'replace') return [inline];
  return how === 'merge' ? [inline, ...files] : [...files, inline];
}

interface Taken {
  readonly layer: Layer;
  readonly file: string;
}

function valuesAt(
  document: Document,
  path: readonly PropertyKey[],
  folder: Folder,
): Taken | NotRead {
  const value = at(document.value, path);
  if (isObject(value)) return { layer: part(document, path), file: '' };
  const name = String(value);
  const file = referred(folder, name, document.file);
  const layer = file && inFile(file);
  if (file && layer) return { layer, file: file.path };
  return {
    ...document.placeAt(path),
    why: `the values file ${name} is not in these files, or is a template`,
  };
}

/** Chart.yaml of a chart around the chart `velero`: the version that it depends on, and its alias. */
export function dependencyOn(
  documents: readonly Document[],
  folderName: string,
): { readonly key: string; readonly version: string | undefined } | undefined {
  const chart = documents.find(
    ({ file }) => file === (folderName === '' ? 'Chart.yaml' : `${folderName}/Chart.yaml`),
  );
  const dependency = listAt(chart?.value, 'dependencies').find((one) =>
    isVeleroChart(textAt(one, 'name')),
  );
  if (dependency === undefined) return undefined;
  return {
    key: textAt(dependency, 'alias') ?? textAt(dependency, 'name') ?? 'velero',
    version: textAt(dependency, 'version'),
  };
}
