import type { Document } from './input/documents.ts';
import { folderOf, type Folder } from './input/folder.ts';
import { isObject, textAt } from './input/plain.ts';
import type { NotRead } from './input/source-file.ts';
import { substituted, variablesOf } from './input/variables.ts';
import { dataProtectionObjects } from './objects/data-protection.ts';
import { type Found, objectsIn } from './objects/found.ts';
import {
  generatedConfigMaps,
  generatingFiles,
  type Kustomization,
  kustomizationsOf,
  namespaceBy,
  notEvaluated,
} from './objects/kustomization.ts';
import { patched, patchesOf } from './objects/patches.ts';
import { argoReleases } from './releases/argo-cd.ts';
import { chartObjects } from './releases/chart-objects.ts';
import { fluxReleases } from './releases/flux.ts';
import { part } from './releases/layer.ts';
import {
  dependencyOn,
  fleetReleases,
  helmfileReleases,
  k3sReleases,
  kustomizeReleases,
} from './releases/other-programs.ts';
import {
  isVeleroChart,
  looksLikeVelero,
  type Release,
  together,
  wrapped,
} from './releases/release.ts';
import { valuesFiles } from './releases/values-files.ts';

/** All that a folder says: objects as they would be applied, and charts. */
export interface Gathered {
  readonly objects: readonly Found[];
  /** Of the chart `velero`, whose objects are among the others. */
  readonly velero: readonly Release[];
  /** Of other charts, whose objects are not in the folder. */
  readonly others: readonly Release[];
  readonly notRead: readonly NotRead[];
}

export function gather(folder: Folder): Gathered {
  const kustomizations = kustomizationsOf(folder.documents);
  const patches = patchesOf(kustomizations, folder);
  const aside = new Set([
    ...patches.flatMap(({ file }) => file ?? []),
    ...generatingFiles(kustomizations),
  ]);
  const documents = reachable(folder.documents, kustomizations).filter(
    ({ file }) => !aside.has(file),
  );
  const plain = patched(
    [...documents.flatMap((one) => objectsIn(one)), ...generatedConfigMaps(kustomizations, folder)],
    patches,
  );
  const variables = variablesOf(plain.objects);
  const placed = plain.objects.map((found) => ({
    ...found,
    value: substituted(found.value, variables),
    namespace: found.namespace ?? namespaceOf(found, { kustomizations, objects: plain.objects }),
  }));
  const named = together([
    fluxReleases(placed),
    argoReleases(placed, folder),
    k3sReleases(placed),
    helmfileReleases(documents, folder),
    fleetReleases(documents, folder),
    kustomizeReleases(documents, folder),
  ]);
  const files = valuesFiles(documents, new Set([...named.taken, ...aside]));
  const releases = [...named.releases, ...files.releases];
  const velero = releases.flatMap((one) => veleroIn(one, folder.documents));
  const made = [...velero.flatMap(chartObjects), ...dataProtectionObjects(placed)];
  return {
    objects: [
      ...placed,
      ...made.map((one) => ({ ...one, value: substituted(one.value, variables) })),
    ],
    velero,
    others: releases.filter((one) => veleroIn(one, folder.documents).length === 0),
    notRead: [
      ...folder.notRead,
      ...plain.notRead,
      ...notEvaluated(kustomizations),
      ...named.notRead,
    ],
  };
}

/** Where the folder itself is a kustomization, only what that takes is applied. */
function reachable(
  documents: readonly Document[],
  kustomizations: readonly Kustomization[],
): readonly Document[] {
  const root = kustomizations.find(({ folder }) => folder === '');
  if (!root) return documents;
  const taken = new Set<string>([root.document.file]);
  const waiting = [...root.resources];
  while (waiting.length > 0) {
    const next = waiting.pop() ?? '';
    if (taken.has(next)) continue;
    taken.add(next);
    const inner = kustomizations.find(({ folder }) => folder === next);
    if (inner) {
      taken.add(inner.document.file);
      waiting.push(...inner.resources);
    }
  }
  const isUsed = ({ file, value }: Document): boolean =>
    taken.has(file) || (isObject(value) && textAt(value, 'kind') === undefined);
  // Applications and Kustomizations of Flux lead to folders that no kustomization names.
  const leads = documents.some(({ file, value }) => taken.has(file) && isLeading(value));
  return leads ? documents : documents.filter(isUsed);
}

const isLeading = (value: unknown): boolean =>
  /^(argoproj\.io|kustomize\.toolkit\.fluxcd\.io)\//.test(textAt(value, 'apiVersion') ?? '');

interface Around {
  readonly kustomizations: readonly Kustomization[];
  readonly objects: readonly Found[];
}

/** What the programs that apply a file put its objects into. */
function namespaceOf({ file }: Found, { kustomizations, objects }: Around): string | undefined {
  const by = namespaceBy(kustomizations, file);
  if (by !== undefined) return by;
  return objects.flatMap(({ kind, value }) => {
    const isFlux = kind === 'kustomize.toolkit.fluxcd.io/Kustomization';
    if (!isFlux && kind !== 'argoproj.io/Application') return [];
    const path = isFlux ? textAt(value, 'spec', 'path') : textAt(value, 'spec', 'source', 'path');
    const namespace = isFlux
      ? textAt(value, 'spec', 'targetNamespace')
      : textAt(value, 'spec', 'destination', 'namespace');
    const clean = path?.replace(/^\.?\//, '').replace(/\/$/, '');
    return clean && namespace && isBelow(folderOf(file), clean) ? [namespace] : [];
  })[0];
}

/** The folder that is judged may be a part of the repository that a path begins at, and the other way about. */
const isBelow = (folder: string, path: string): boolean =>
  folder === path || folder.startsWith(`${path}/`) || folder.endsWith(`/${path}`);

function veleroIn(release: Release, documents: readonly Document[]): Release[] {
  const { chart, values } = release;
  if (isVeleroChart(chart) || looksLikeVelero(values.value)) return [release];
  return wrapped(values.value).map((key) => ({
    ...release,
    chart: 'velero',
    version: dependencyOn(documents, folderOf(values.placeAt([key]).file))?.version,
    values: part(values, [key]),
  }));
}
