import type { Declaration } from './schema/declaration.ts';
import { leftOutOfTheCluster } from './volumes.ts';

/** Namespaces that no backup holds, by name or pattern, and why. */
export interface NamespacesLeftOut {
  readonly namespaces: string;
  readonly reason: string;
  /** Where that is declared. */
  readonly path: string;
  /** The service that is not backed up, where it is one. */
  readonly service?: string;
}

type Declared = Pick<Declaration, 'notBackedUp' | 'leftOut'>;

/** What is declared to be in no backup: services first, then patterns. */
export const namespacesLeftOut = ({ notBackedUp, leftOut = [] }: Declared): NamespacesLeftOut[] => [
  ...Object.entries(notBackedUp).map(([service, { namespace, reason }]) => ({
    namespaces: namespace,
    reason,
    path: `services.${service}`,
    service,
  })),
  ...leftOut.flatMap((one, index) =>
    'namespaces' in one
      ? [{ namespaces: one.namespaces, reason: one.reason, path: `leftOut[${index}]` }]
      : [],
  ),
];

/** What Velero leaves out of a backup of the whole cluster, in order. */
export const excludedNamespaces = (declaration: Declared): string[] =>
  [
    ...new Set([
      ...leftOutOfTheCluster,
      ...namespacesLeftOut(declaration).map(({ namespaces }) => namespaces),
    ]),
  ].toSorted();

/** Volumes that no backup holds, whatever service they are of, and why. */
export const volumesLeftOut = ({ leftOut = [] }: Declared) =>
  leftOut.flatMap((one, index) =>
    'volumes' in one ? [{ ...one, path: `leftOut[${index}]` }] : [],
  );

/** Whether a name is one that a pattern of Velero's stands for: `*` is any characters, `?` is one. */
export const matches = (pattern: string, name: string): boolean =>
  new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(name);

/** Whether it is a pattern, and no name. */
export const isPattern = (namespaces: string): boolean => /[*?]/.test(namespaces);
