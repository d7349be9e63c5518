import type { Installation, Namespace } from '../installation/installation.ts';
import type { Schedule, Template } from '../installation/schedule.ts';
import { fits, isPattern } from './glob.ts';
import { formatSelectors, matchesAny, selectorsOf } from './selector.ts';

/** Whether a schedule's backups hold something; where that is not so, or not known, why. */
export type Holds =
  | { readonly holds: true }
  | { readonly holds: false; readonly why: string }
  | { readonly holds: 'unknown'; readonly why: string };

const yes: Holds = { holds: true };
const no = (why: string): Holds => ({ holds: false, why });

/** Patterns name namespaces from this minor of Velero on; before it, only a star alone. */
const patternsFrom = 18;

/** Whether the backups of a schedule hold the objects of a namespace. */
export function covers(
  { name, template }: Schedule,
  namespace: Namespace,
  { server }: Installation,
): Holds {
  const { includedNamespaces = [], excludedNamespaces = [] } = template;
  const everything = includedNamespaces.length === 0 || includedNamespaces.includes('*');
  const by = includedNamespaces.find((pattern) => fits(pattern, namespace.name));
  if (!everything && by === undefined) return no(`schedule ${name} does not include it`);
  if (excludedNamespaces.some((pattern) => fits(pattern, namespace.name))) {
    return no(`schedule ${name} excludes it`);
  }
  if (
    !everything &&
    by !== undefined &&
    isPattern(by) &&
    (server?.minor ?? patternsFrom) < patternsFrom
  ) {
    return no(
      `schedule ${name} names it by the pattern ${by}, which Velero ${server?.version ?? ''} does not take`,
    );
  }
  return bySelectors(name, template, namespace);
}

function bySelectors(name: string, template: Template, { labels, charts }: Namespace): Holds {
  const selectors = selectorsOf(template);
  if (selectors.length === 0 || labels.some((one) => matchesAny(selectors, one))) return yes;
  const wanted = formatSelectors(selectors);
  if (labels.length === 0 || charts.length > 0) {
    const why = `schedule ${name} takes only objects with ${wanted}; their labels are not in these files`;
    return { holds: 'unknown', why };
  }
  return no(`schedule ${name} takes only objects with ${wanted}, and it has none`);
}

const short: Readonly<Record<string, string>> = {
  po: 'pods',
  pod: 'pods',
  pvc: 'persistentvolumeclaims',
  persistentvolumeclaim: 'persistentvolumeclaims',
  pv: 'persistentvolumes',
  persistentvolume: 'persistentvolumes',
};

const canonical = (resource: string): string => {
  const name = (resource.toLowerCase().split('.')[0] ?? '').trim();
  return short[name] ?? name;
};

const namesIn = (lists: readonly (readonly string[] | undefined)[]): string[] =>
  lists.flatMap((list) => (list ?? []).map(canonical));

/** Whether a backup takes objects of a kind, by the filters of either style. */
export function takesResource(
  template: Template,
  resource: 'pods' | 'persistentvolumeclaims' | 'persistentvolumes',
): boolean {
  const isClusterWide = resource === 'persistentvolumes';
  const lists = isClusterWide
    ? {
        included: [template.includedResources, template.includedClusterScopedResources],
        excluded: [template.excludedResources, template.excludedClusterScopedResources],
      }
    : {
        included: [template.includedResources, template.includedNamespaceScopedResources],
        excluded: [template.excludedResources, template.excludedNamespaceScopedResources],
      };
  if (isClusterWide && template.includeClusterResources === false) return false;
  if (namesIn(lists.excluded).some((one) => one === '*' || one === resource)) return false;
  return lists.included.every(
    (list = []) =>
      list.length === 0 || list.map(canonical).some((one) => one === '*' || one === resource),
  );
}
