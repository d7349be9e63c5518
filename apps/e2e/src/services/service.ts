import type { Manifest } from '../apiserver/client.ts';
import type { Kubectl } from '../kubernetes/kubectl.ts';
import { declaredClass } from '../platform/storage/names.ts';

/** What is known of a service's data at some moment. */
export interface State {
  /** How far it has come: each writing has a number that is higher by one. */
  readonly newest: number;
  /** When the newest was written, in milliseconds. */
  readonly writtenAt: number;
  /** Of all that was written up to the newest, however far it has gone on meanwhile. */
  readonly sum: string;
}

/** A service that is protected, as the environment declares it, with data that changes all the time. */
export interface ProtectedService {
  readonly name: string;
  readonly namespace: string;
  readonly objects: readonly Manifest[];
  /** The workload that holds the data, such as statefulset/orders-postgres. */
  readonly workload: string;
  /** A label selector of its claim. */
  readonly claim: string;
  /** @param upTo the number that the sum ends with; the newest, where it is left out */
  readonly look: (kubectl: Kubectl, upTo?: number) => Promise<State>;
  /** @returns the number of the newest that was written before a time in milliseconds */
  readonly newestBefore: (kubectl: Kubectl, time: number) => Promise<number>;
  /** Something is wrong with what is there: what it is; or nothing. */
  readonly damage: (kubectl: Kubectl) => Promise<string | undefined>;
  /** Deletes what a person might, by mistake. */
  readonly overwrite: (kubectl: Kubectl) => Promise<void>;
  /** Spoils the files on the disk, as a failing disk would. */
  readonly corrupt: (volume: string) => void;
}

/** Adds what every object of a service has. */
export const inNamespace =
  (namespace: string) =>
  (apiVersion: string, kind: string, name: string, rest: object): Manifest => ({
    apiVersion,
    kind,
    metadata: { name, namespace, labels: nameLabel(name) },
    ...rest,
  });

export const nameLabel = (name: string): Record<string, string> => ({
  'app.kubernetes.io/name': name,
});

/** A claim of a declared size; nothing of it is taken before it is written. */
export const claimSpec = (gibibytes: number): object => ({
  accessModes: ['ReadWriteOnce'],
  storageClassName: declaredClass,
  resources: { requests: { storage: `${gibibytes}Gi` } },
});
