import { textAt } from '../input/plain.ts';
import type { Place } from '../input/source-file.ts';
import { podOf } from '../installation/volume.ts';
import type { Found } from '../objects/found.ts';

/** A command that Velero runs in the pods of a workload. */
export interface Hook {
  /** Such as `StatefulSet/postgres`. */
  readonly workload: string;
  /** Undefined where neither the hook nor the pod names one. */
  readonly container: string | undefined;
  readonly when: 'before-backup' | 'after-backup' | 'after-restore';
  readonly command: readonly string[];
  /** Seconds. */
  readonly timeout: number;
  readonly onError: 'fail' | 'continue';
  /** The schedule whose backups run it; undefined for every backup. */
  readonly schedule: string | undefined;
  readonly place: Place;
}

/** What Velero does with pods that is no command in one of their containers, such as a container of its own. */
export interface OtherHook {
  readonly workload: string;
  readonly what: string;
  readonly place: Place;
}

export interface Hooks {
  readonly hooks: readonly Hook[];
  readonly otherHooks: readonly OtherHook[];
}

/** Seconds that Velero gives a hook that says nothing of it. */
export const usualTimeout = 30;

export const workloadOf = ({ kind, name }: Found): string => `${kind.split('/').at(-1)}/${name}`;

/** Where a hook names no container, Velero takes the first of the pod. */
export const firstContainer = (found: Found): string | undefined =>
  textAt(podOf(found), 'spec', 'containers', 0, 'name');
