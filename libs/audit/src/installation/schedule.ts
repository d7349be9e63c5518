import { type Cron, CronError, NeverFiresError, parseCron } from '@resilience/config/cron';
import { gapsOf } from '@resilience/config/cron-gap';
import { z } from 'zod';

import { isOpen } from '../input/variables.ts';
import { tolerate, type WrongType } from '../input/tolerate.ts';
import type { Found } from '../objects/found.ts';
import { goDurationSeconds } from './go-duration.ts';
import { inUtc, offsetsOf } from './zone.ts';

const names = z.array(z.string({ error: 'a name' }), { error: 'a list of names' }).optional();
const flag = z.boolean({ error: 'true or false' }).optional();
const text = z.string({ error: 'a text' }).optional();

const selector = z
  .looseObject(
    {
      matchLabels: z
        .record(z.string(), z.string({ error: 'a text' }), { error: 'labels' })
        .optional(),
      matchExpressions: z
        .array(z.looseObject({ key: z.string(), operator: z.string(), values: names }))
        .optional(),
    },
    { error: 'a selector' },
  )
  .optional();

export type LabelSelector = NonNullable<z.output<typeof selector>>;

/**
 * What a backup is of, as far as it decides what can be recovered.
 *
 * @see https://velero.io/docs/v1.18/api-types/backup/
 */
const template = z.looseObject(
  {
    ttl: text,
    includedNamespaces: names,
    excludedNamespaces: names,
    includedResources: names,
    excludedResources: names,
    includedNamespaceScopedResources: names,
    excludedNamespaceScopedResources: names,
    includedClusterScopedResources: names,
    excludedClusterScopedResources: names,
    includeClusterResources: flag,
    labelSelector: selector,
    orLabelSelectors: z.array(selector, { error: 'a list of selectors' }).optional(),
    storageLocation: text,
    volumeSnapshotLocations: names,
    snapshotVolumes: flag,
    snapshotMoveData: flag,
    defaultVolumesToFsBackup: flag,
    defaultVolumesToRestic: flag,
    resourcePolicy: z.looseObject({ name: z.string() }, { error: 'a reference' }).optional(),
    hooks: z
      .looseObject({ resources: z.array(z.unknown()).optional() }, { error: 'hooks' })
      .optional(),
  },
  { error: 'a template of backups' },
);

export type Template = z.output<typeof template>;

const shape = z.looseObject({
  metadata: z.looseObject({ annotations: z.record(z.string(), z.string()).optional() }).optional(),
  spec: z
    .looseObject({
      schedule: text,
      paused: flag,
      useOwnerReferencesInBackup: flag,
      template: template.optional(),
    })
    .optional(),
});

/** When a schedule fires. */
interface Firing {
  /** As it is written. */
  readonly written: string;
  /** Five fields, without a zone; undefined where that cannot be said in them, or is not known. */
  readonly cron: Cron | undefined;
  /** The zone that it is in, where it names one. */
  readonly zone: string | undefined;
  /** The same in UTC: of standard time where the clocks of the zone change. */
  readonly utc: Cron | undefined;
  /** Whether it is so all the year. */
  readonly isUtcExact: boolean;
  /** The longest time between two firings in seconds; undefined where it is not known, or never fires. */
  readonly gap: number | undefined;
  /** Why there is no gap. */
  readonly why: string | undefined;
}

/** A Schedule of Velero, tolerated. */
export interface Schedule {
  readonly found: Found;
  readonly name: string;
  readonly firing: Firing;
  readonly paused: boolean;
  readonly template: Template;
  /** Seconds; undefined where none is written, or what is written is no duration. */
  readonly ttl: number | undefined;
  readonly wrong: readonly WrongType[];
}

export function scheduleOf(found: Found): Schedule {
  const { data, wrong } = tolerate(shape, found.value);
  const { schedule = '', paused = false, template: written = {} } = data.spec ?? {};
  return {
    found,
    name: found.name,
    firing: firingOf(schedule),
    paused,
    template: written,
    ttl: written.ttl === undefined ? undefined : goDurationSeconds(written.ttl),
    wrong,
  };
}

/** Of robfig/cron, which Velero reads schedules with. */
const descriptors: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

const inUtcAlready = { standard: 0, summer: 0 };

/** @see https://pkg.go.dev/github.com/robfig/cron/v3#hdr-Predefined_schedules */
function firingOf(written: string): Firing {
  const [, zone, fields = ''] = /^(?:(?:CRON_)?TZ=(\S+)\s+)?([\s\S]*)$/.exec(written.trim()) ?? [];
  const nothing = {
    written,
    zone,
    cron: undefined,
    utc: undefined,
    isUtcExact: false,
    gap: undefined,
  };
  if (fields === '') return { ...nothing, why: 'no cron expression is written' };
  if (isOpen(fields)) return { ...nothing, why: 'another program fills in the cron expression' };
  if (fields.startsWith('@every ')) {
    const gap = goDurationSeconds(fields.slice('@every '.length).trim());
    if (gap === undefined || gap === 0) return { ...nothing, why: `${fields} is no duration` };
    return { ...nothing, gap: Math.max(1, Math.floor(gap)), why: undefined };
  }
  try {
    const cron = parseCron(
      (descriptors[fields] ?? fields).split(/\s+/).join(' ').replaceAll('?', '*'),
    );
    const offsets = zone === undefined ? inUtcAlready : offsetsOf(zone);
    if (offsets === undefined) return { ...nothing, why: `Velero knows no time zone ${zone}` };
    const { standard, summer } = offsets;
    const longest = gapsOf(cron).longest.seconds;
    return {
      written,
      zone,
      cron,
      utc: standard === 0 ? cron : inUtc(cron, standard),
      isUtcExact: standard === summer,
      // Where clocks are put back, a day is longer.
      gap: longest + (summer - standard) * 60,
      why: undefined,
    };
  } catch (error) {
    if (!(error instanceof CronError)) throw error;
    const expected = error.message;
    const why =
      error instanceof NeverFiresError ? 'it never fires' : `Velero cannot read it: ${expected}`;
    return { ...nothing, why };
  }
}
