import { auditedNamespaces } from './audited-namespaces.ts';
import { gather } from './gathered.ts';
import { readFolder } from './input/folder.ts';
import type { NotRead, SourceFile } from './input/source-file.ts';
import { type Installation, installationOf, passwordSources } from './installation/installation.ts';
import type { Location } from './installation/location.ts';
import type { Schedule } from './installation/schedule.ts';
import { defaultLocation, locationFor } from './loss/held.ts';
import { longestBackup, newestBackups } from './newest-backups.ts';
import { policyFindings } from './policy-findings.ts';
import type {
  AuditedLocation,
  AuditedNamespace,
  AuditedSchedule,
  AuditFinding,
  AuditResult,
} from './result.ts';
import type { Audited } from './rules/audit-rule.ts';
import { auditRules } from './rules/index.ts';

/** What is judged. */
export interface Subject {
  readonly files: readonly SourceFile[];
  /** What could not be read before; it is listed with what cannot be read here. */
  readonly notRead?: readonly NotRead[];
  /** When the objects of a cluster that runs were read; undefined for files. */
  readonly readAt?: Date;
}

/**
 * Judges an installation of Velero that is not declared, by the files that describe it, or by the objects of a
 * cluster. It reads all that it can, never throws, and lists what it does without.
 */
export function audit({ files, notRead = [], readAt }: Subject): AuditResult {
  const gathered = gather(readFolder(files));
  const installation = installationOf(gathered, readAt !== undefined);
  const namespaces = auditedNamespaces(installation);
  const volumes = namespaces.flatMap((one) => one.volumes);
  const newest = readAt === undefined ? [] : newestBackups(installation, readAt);
  const { server, nodeAgents, releases, region } = installation;
  return {
    found: isFound(installation),
    installedBy: releases.map(({ by, place }) => `${by} in ${place.file}`),
    namespace: server?.namespace,
    version: server?.version,
    nodeAgent: nodeAgents.length > 0,
    csi: server?.csi ?? false,
    region,
    repositoryPassword: passwordSources(installation).length > 0 ? 'kept' : 'default',
    locations: installation.locations.map((one) => locationResult(one, installation)),
    schedules: installation.schedules.map((one) => scheduleResult(one, namespaces, installation)),
    namespaces,
    findings: worstFirst([
      ...ownFindings({ installation, namespaces, newest }),
      ...policyFindings(installation, volumes),
    ]),
    newest,
    notRead: unique([...notRead, ...gathered.notRead]),
  };
}

const isFound = ({ server, schedules, locations, releases }: Installation): boolean =>
  server !== undefined || schedules.length > 0 || locations.length > 0 || releases.length > 0;

const ownFindings = (audited: Audited): AuditFinding[] =>
  auditRules.flatMap(({ id, severity, why, source, check }) =>
    check(audited).map(({ place, ...breach }) => ({
      rule: id,
      severity,
      ...breach,
      file: place.file,
      line: place.line,
      why,
      source,
    })),
  );

/** Errors before warnings, and what loses data before all else. */
const worstFirst = (findings: readonly AuditFinding[]): AuditFinding[] =>
  findings.toSorted((a, b) => rank(a) - rank(b));

function rank({ rule, severity }: AuditFinding): number {
  if (severity === 'warning') return first.length + 1;
  const index = first.indexOf(rule);
  return index < 0 ? first.length : index;
}

const first: readonly string[] = [
  'audit/server-makes-backups',
  'audit/schedules-are-there',
  'audit/backups-are-recent',
  'audit/locations-are-there',
  'audit/schedules-write',
  'scheduling/expressions-are-read-alike',
  'scheduling/schedules-run',
  'audit/node-agent-is-deployed',
  'audit/namespaces-are-in-a-schedule',
  'audit/volumes-are-copied',
  'audit/bucket-is-outside',
  'audit/retention-outlives-the-gap',
];

const unique = (notRead: readonly NotRead[]): NotRead[] => [
  ...new Map(notRead.map((one) => [`${one.file}:${one.line}:${one.why}`, one])).values(),
];

function locationResult(location: Location, { locations, server }: Installation): AuditedLocation {
  const { name, provider, bucket, prefix, region, s3Url, kmsKeyId, readOnly, found } = location;
  const isDefault = defaultLocation(locations, server?.defaultLocation) === location;
  const place = found.placeAt([]);
  return { name, provider, bucket, prefix, region, s3Url, kmsKeyId, readOnly, isDefault, place };
}

function scheduleResult(
  schedule: Schedule,
  namespaces: readonly AuditedNamespace[],
  installation: Installation,
): AuditedSchedule {
  const { name, firing, paused, ttl, template, found } = schedule;
  return {
    name,
    schedule: firing.written,
    cron: firing.utc?.expression,
    cronIsExact: firing.isUtcExact,
    zone: firing.zone,
    gap: firing.gap,
    paused,
    ttl: ttl ?? installation.server?.defaultTtl ?? 720 * 3600,
    ttlIsWritten: ttl !== undefined,
    includedNamespaces: template.includedNamespaces ?? [],
    excludedNamespaces: template.excludedNamespaces ?? [],
    namespaces: namespaces
      .filter(({ schedules }) => schedules.includes(name))
      .map((one) => one.name),
    methods: methodsOf(name, namespaces),
    narrowedBy: narrowing.filter((key) => isWritten(template[key])),
    longestBackup: longestBackup(name, installation),
    location: locationFor(schedule, installation)?.name ?? template.storageLocation,
    place: found.placeAt([]),
  };
}

/** Keys of a template that keep objects out of a backup of a namespace. */
const narrowing = [
  'includedResources',
  'excludedResources',
  'includedNamespaceScopedResources',
  'excludedNamespaceScopedResources',
  'labelSelector',
  'orLabelSelectors',
] as const;

/** An empty list, and `*`, keep nothing out. */
const isWritten = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some((one) => one !== '*')
    : typeof value === 'object' && value !== null && Object.keys(value).length > 0;

function methodsOf(
  name: string,
  namespaces: readonly AuditedNamespace[],
): AuditedSchedule['methods'] {
  const counts: Partial<Record<keyof AuditedSchedule['methods'], number>> = {};
  for (const { volumes } of namespaces.filter(({ schedules }) => schedules.includes(name))) {
    for (const { copies, notCopied } of volumes) {
      const own = copies.find(({ schedule }) => schedule === name)?.method;
      const kind = own ?? (notCopied.length > 0 || copies.length > 0 ? 'none' : 'unknown');
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
  }
  return counts;
}
