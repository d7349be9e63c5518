import { z } from 'zod';

const names = z.array(z.string());
const labels = z.record(z.string(), z.string());
const place = z.object({ file: z.string(), line: z.number() });

const location = z.object({
  name: z.string(),
  provider: z.string().optional(),
  bucket: z.string().optional(),
  prefix: z.string().optional(),
  region: z.string().optional(),
  s3Url: z.string().optional(),
  kmsKeyId: z.string().optional(),
  readOnly: z.boolean(),
  isDefault: z.boolean(),
  place,
});

const schedule = z.object({
  name: z.string(),
  schedule: z.string(),
  cron: z.string().optional(),
  cronIsExact: z.boolean(),
  zone: z.string().optional(),
  gap: z.number().optional(),
  paused: z.boolean(),
  ttl: z.number(),
  includedNamespaces: names,
  excludedNamespaces: names,
  namespaces: names,
  methods: z.record(z.string(), z.number()),
  narrowedBy: names,
  longestBackup: z.number().optional(),
  location: z.string().optional(),
  place,
});

const container = z.object({
  workload: z.string(),
  name: z.string(),
  image: z.string(),
  path: z.string(),
  settings: labels,
  names,
});

const volume = z.object({
  name: z.string(),
  driver: z.string().optional(),
  size: z.string().optional(),
  workloads: names,
  labels,
  database: z.string().optional(),
  containers: z.array(container),
  copies: z.array(z.object({ schedule: z.string(), method: z.string() })),
  notCopied: names,
  place,
});

const hook = z.object({
  workload: z.string(),
  container: z.string().optional(),
  when: z.enum(['before-backup', 'after-backup', 'after-restore']),
  command: names,
  timeout: z.number(),
  onError: z.enum(['fail', 'continue']),
  schedule: z.string().optional(),
  place,
});

const otherHook = z.object({ workload: z.string(), what: z.string(), place });

const namespace = z.object({
  name: z.string(),
  workloads: names,
  podLabels: z.record(z.string(), labels),
  volumes: z.array(volume),
  hooks: z.array(hook),
  otherHooks: z.array(otherHook),
});

/** What of the result of an audit a declaration is made from. */
export const audited = z.object({
  found: z.boolean(),
  namespace: z.string().optional(),
  version: z.string().optional(),
  region: z.string().optional(),
  repositoryPassword: z.enum(['kept', 'default']),
  locations: z.array(location),
  schedules: z.array(schedule),
  namespaces: z.array(namespace),
});

export type Audited = z.output<typeof audited>;
export type FoundLocation = z.output<typeof location>;
export type FoundSchedule = z.output<typeof schedule>;
export type FoundNamespace = z.output<typeof namespace>;
export type FoundContainer = z.output<typeof container>;
export type FoundHook = z.output<typeof hook>;
export type FoundVolume = z.output<typeof volume>;
