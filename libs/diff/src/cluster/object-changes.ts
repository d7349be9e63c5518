import { applicationWaves } from '@resilience/config/applications';
import { type Rendered, type RenderedObject, subjectOf } from '@resilience/policy/rendered';

import { textIn } from '../inside.ts';
import { immutableIn } from './immutable.ts';
import { differences } from './differences.ts';

/** What ArgoCD does to one object. */
export interface ObjectChange {
  /** ArgoCD's application, or `hooks/` and the application that the object is synced with. */
  readonly application: string;
  /** Such as `Schedule/daily`. */
  readonly object: string;
  /** `left`: it is no longer rendered, and ArgoCD may not delete it. */
  readonly change: 'added' | 'changed' | 'deleted' | 'left';
  /** The places that differ, such as `spec.template.ttl`. */
  readonly fields: readonly string[];
  /** Those that the API server refuses to change. */
  readonly immutable: readonly string[];
}

/** What differs between two rendered trees for the cluster, in the order in which ArgoCD syncs it. */
export function objectChanges(
  before: Rendered | undefined,
  after: Rendered | undefined,
): ObjectChange[] {
  const [was, is] = [objectsOf(before), objectsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .flatMap((key) => changeOf(was.get(key), is.get(key)))
    .toSorted((a, b) => waveOf(a.application) - waveOf(b.application));
}

const objectsOf = (rendered: Rendered | undefined): Map<string, RenderedObject> =>
  new Map(
    (rendered?.objects ?? [])
      .filter(({ file }) => placed.test(file))
      .map((object) => [
        `${applicationOf(object)} ${object.kind} ${namespaceOf(object)} ${object.name}`,
        object,
      ]),
  );

const placed = /\/rendered\/(?:kubernetes\/(?<application>[^/]+)|(?<hooks>hooks\/[^/]+))\//;

function applicationOf({ file }: RenderedObject): string {
  const { application, hooks } = placed.exec(file)?.groups ?? {};
  return application ?? hooks ?? '';
}

const namespaceOf = ({ value }: RenderedObject): string => textIn(value, 'metadata', 'namespace');

function changeOf(
  old: RenderedObject | undefined,
  now: RenderedObject | undefined,
): ObjectChange[] {
  const object = now ?? old;
  if (!object) return [];
  const fields = old && now ? differences(old.value, now.value) : [];
  if (old && now && fields.length === 0) return [];
  const change = !old ? 'added' : now ? 'changed' : isKept(old) ? 'left' : 'deleted';
  return [
    {
      application: applicationOf(object),
      object: subjectOf(object),
      change,
      fields,
      immutable: immutableIn(object.kind)
        .map((path) => path.join('.'))
        .filter((path) => fields.some((field) => field === path || field.startsWith(`${path}.`))),
    },
  ];
}

const pruned = ['metadata', 'annotations', 'argocd.argoproj.io/sync-options'] as const;

const isKept = ({ value }: RenderedObject): boolean =>
  textIn(value, ...pruned)
    .split(',')
    .includes('Prune=false');

/** Applications themselves come before all that they are of; hooks come with a change of the service. */
export function waveOf(application: string): number {
  const waves: Readonly<Record<string, number>> = applicationWaves;
  if (application.startsWith('hooks/')) return 6;
  return waves[application] ?? 0;
}
