import { type ApiResource, apiResources, qualified } from '../kubernetes/api-resources.ts';
import type { Kubectl } from '../kubernetes/kubectl.ts';
import { Refusal } from '../refusal.ts';
import type { Choice } from '../velero/choose-backup.ts';
import { download } from '../velero/download.ts';
import { contentsOf, type Item } from './contents.ts';
import type { Planned, Target } from './plan-step.ts';

/** What a restore would do to the cluster, or why that cannot be told. */
export type Effects =
  | {
      readonly known: true;
      readonly created: readonly Item[];
      /** What is there already, and is not touched. */
      readonly left: readonly Item[];
      readonly unknownKinds: readonly string[];
    }
  | { readonly known: false; readonly why: string };

/**
 * Compares what backups list with what is there. The lists have no labels: where a selector is given,
 * it is at most this.
 */
export async function effectsOf(
  kubectl: Kubectl,
  choices: readonly Choice[],
  planned: Planned,
): Promise<Effects> {
  try {
    const known = await apiResources(kubectl);
    const parts = await Promise.all(
      sourcesOf(choices).map(async ({ backup, namespaces }) => {
        const list = await download(kubectl, { kind: 'BackupResourceList', backup });
        return contentsOf(JSON.parse(list), { namespaces, kinds: planned.kinds }, known);
      }),
    );
    const items = parts.flatMap((part) => part.items);
    const unknownKinds = [...new Set(parts.flatMap((part) => part.unknownKinds))];
    const there = await thereAlready(kubectl, planned.services, { items, known });
    return {
      known: true,
      created: items.filter((item) => !there.has(keyOf(item))),
      left: items.filter((item) => there.has(keyOf(item))),
      unknownKinds,
    };
  } catch (error) {
    // A recovery must not wait for what only informs.
    if (error instanceof Refusal) return { known: false, why: error.message };
    throw error;
  }
}

/** Each backup with the namespaces that come from it. */
function sourcesOf(choices: readonly Choice[]) {
  const backups = new Set(choices.flatMap(({ chosen }) => (chosen ? [chosen.name] : [])));
  return [...backups].map((backup) => ({
    backup,
    namespaces: choices.flatMap(({ namespace, chosen }) =>
      chosen?.name === backup ? [namespace] : [],
    ),
  }));
}

const keyOf = ({ namespace, resource, name }: Item): string => `${namespace}/${resource}/${name}`;

interface Looked {
  readonly items: readonly Item[];
  readonly known: readonly ApiResource[];
}

/** Keys of the objects that are where they would be restored to; a namespace of a run is empty. */
async function thereAlready(
  kubectl: Kubectl,
  services: readonly Target[],
  { items, known }: Looked,
): Promise<ReadonlySet<string>> {
  const inPlace = services.filter(({ namespace, target }) => namespace === target);
  const namespaces = [...new Set(inPlace.map(({ namespace }) => namespace))];
  const found = await Promise.all(
    namespaces.map(async (namespace) => {
      const of = items.filter((item) => item.namespace === namespace);
      const resources = [...new Set(of.map(({ resource }) => resource))];
      return resources.length === 0 ? [] : keysIn(kubectl, { namespace, resources, known });
    }),
  );
  return new Set(found.flat());
}

interface Asked {
  readonly namespace: string;
  readonly resources: readonly string[];
  readonly known: readonly ApiResource[];
}

/** Only names are asked for, so that no secret comes here. kubectl says `deployment.apps/web`. */
async function keysIn(kubectl: Kubectl, { namespace, resources, known }: Asked): Promise<string[]> {
  const bySingular = new Map(
    known.map((each) => [
      `${each.kind.toLowerCase()}${each.group === '' ? '' : `.${each.group}`}`,
      qualified(each),
    ]),
  );
  const words = ['get', resources.join(), '--namespace', namespace, '--output', 'name'];
  return (await kubectl.text(words))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [kind = '', name = ''] = line.split('/');
      return keyOf({ namespace, resource: bySingular.get(kind) ?? kind, name });
    });
}
