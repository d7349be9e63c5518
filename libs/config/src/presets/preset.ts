import type { z } from 'zod';

import type { service } from '../schema/service.ts';
import type { Bytes } from '../units/bytes.ts';
import type { Percent } from '../units/percent.ts';

type Service = z.input<typeof service>;

/** The key under which what a preset returns carries the name of its preset. */
export const presetName: unique symbol = Symbol.for('resilience.preset');

/** What is declared of a service for one piece of software; a service takes it by spreading it. */
export interface Preset extends Pick<Service, 'workloads' | 'volumes' | 'hooks' | 'verification'> {
  readonly [presetName]: string;
}

/** How much there is to copy. */
export interface Stored {
  readonly size: Bytes;
  /** How much of the size holds data. */
  readonly used: Percent;
  /** How much of the data differs a day later. */
  readonly dailyChange: Percent;
}

/** A StatefulSet with one claim for each of its pods. */
export interface Stateful extends Stored {
  /** Of the StatefulSet; hooks and checks name it. */
  readonly name: string;
  /**
   * `spec.selector.matchLabels` of the StatefulSet: Kubernetes gives them to its claims, too.
   *
   * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/controller/statefulset/stateful_set_utils.go
   */
  readonly labels: Readonly<Record<string, string>>;
  /** The container of the server. */
  readonly container?: string;
}

export const workloadOf = ({ name, labels }: Pick<Stateful, 'name' | 'labels'>) => ({
  kind: 'StatefulSet' as const,
  name,
  podLabels: { ...labels },
});

type Volume = Service['volumes'][string];

/** @returns a volume that is copied by snapshots */
export const snapshotted = (
  { size, used, dailyChange, labels }: Stored & Pick<Stateful, 'labels'>,
  content: Volume['content'],
): Volume => ({
  size,
  used,
  dailyChange,
  content,
  claimLabels: { ...labels },
  backup: { method: 'snapshot' },
});

/** A name of a volume, hook or check after its workload: of that, as much as a label has room for. */
export const named = (workload: string, suffix: string): string =>
  `${workload.slice(0, 62 - suffix.length).replace(/-+$/, '')}-${suffix}`;

/** A shell line as a command, for containers that bring a shell; its words stand in `$1`, `$2` …. */
export const shell = (line: string, ...words: readonly string[]): [string, ...string[]] =>
  words.length === 0 ? ['sh', '-c', line] : ['sh', '-c', line, 'sh', ...words];

/** What the reference says of a preset beside what it declares. */
export interface About {
  /** The name of its file, and of its function. */
  readonly name: string;
  readonly software: string;
  /** Why a copy can be used, and what it lacks. */
  readonly consistency: string;
  /** The program that its commands were run against, or what they are written from. */
  readonly tried: string;
  /** Documentation of the software itself. */
  readonly sources: readonly [string, ...string[]];
  /** With all that it can declare. */
  readonly example: () => Preset;
}
