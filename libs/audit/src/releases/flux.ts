import { isTrue, listAt, textAt } from '../input/plain.ts';
import type { NotRead } from '../input/source-file.ts';
import { type Found, isKind } from '../objects/found.ts';
import { inText, laid, type Layer, part } from './layer.ts';
import { none, type Releases, together } from './release.ts';

/**
 * HelmReleases of Flux, of any version and of Flux 1, with inline values and values from ConfigMaps of the folder.
 *
 * @see https://fluxcd.io/flux/components/helm/helmreleases/#values
 */
export const fluxReleases = (objects: readonly Found[]): Releases =>
  together(
    objects
      .filter((one) =>
        isKind(one, 'helm.toolkit.fluxcd.io/HelmRelease', 'helm.fluxcd.io/HelmRelease'),
      )
      .map((one) => releaseOf(one, objects)),
  );

function releaseOf(found: Found, objects: readonly Found[]): Releases {
  const { value, name, namespace } = found;
  const references = listAt(value, 'spec', 'valuesFrom').map((reference, index) =>
    layerFrom(found, { reference, index }, objects),
  );
  const layers = references.flatMap((one) => ('value' in one ? [one] : []));
  const notRead = references.flatMap((one) => ('why' in one ? [one] : []));
  const inline = part(found, ['spec', 'values']);
  const place = found.placeAt(['spec', 'chart']);
  return {
    ...none,
    notRead,
    releases: [
      {
        name: textAt(value, 'spec', 'releaseName') ?? name,
        namespace: textAt(value, 'spec', 'targetNamespace') ?? namespace,
        chart: chartOf(found, objects),
        version:
          textAt(value, 'spec', 'chart', 'spec', 'version') ??
          textAt(value, 'spec', 'chart', 'version'),
        values: laid([...layers, inline], place),
        isPartial: notRead.length > 0,
        place,
        by: 'HelmRelease',
      },
    ],
  };
}

function chartOf({ value }: Found, objects: readonly Found[]): string | undefined {
  const named =
    textAt(value, 'spec', 'chart', 'spec', 'chart') ?? textAt(value, 'spec', 'chart', 'name');
  if (named !== undefined) return named;
  const reference = textAt(value, 'spec', 'chartRef', 'name');
  const source = objects.find(
    (one) =>
      one.name === reference &&
      (one.kind.endsWith('/OCIRepository') || one.kind.endsWith('/HelmChart')),
  );
  return (
    textAt(source?.value, 'spec', 'url') ?? textAt(source?.value, 'spec', 'chart') ?? reference
  );
}

interface Referring {
  readonly reference: unknown;
  readonly index: number;
}

function layerFrom(
  found: Found,
  { reference, index }: Referring,
  objects: readonly Found[],
): Layer | NotRead {
  const place = found.placeAt(['spec', 'valuesFrom', index]);
  const kind = textAt(reference, 'kind') ?? 'ConfigMap';
  const name = textAt(reference, 'name') ?? '';
  const key = textAt(reference, 'valuesKey') ?? 'values.yaml';
  const why = (reason: string): NotRead => ({
    ...place,
    why: `values from ${kind} ${name} ${reason}`,
  });
  if (textAt(reference, 'targetPath') !== undefined)
    return why('at a target path are not evaluated');
  const object = objects.find((one) => one.kind === `v1/${kind}` && one.name === name);
  if (!object) {
    return why(
      isTrue(reference, 'optional') ? 'are optional, and not there' : 'are not in these files',
    );
  }
  const field = kind === 'Secret' ? 'stringData' : 'data';
  return inText(object, [field, key]) ?? why(`cannot be read at ${key}`);
}
