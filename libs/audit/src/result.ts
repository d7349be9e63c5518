import type { Scenario } from '@resilience/config/scenario';
import type { Severity } from '@resilience/policy/rule';

import type { Method } from './copies/copy.ts';
import type { Hook, OtherHook } from './hooks/hook.ts';
import type { NotRead, Place } from './input/source-file.ts';
import type { Container } from './installation/container.ts';

/** Data is lost, at the worst as much as was written since the backup before. */
export interface Loss {
  readonly outcome: 'loses';
  /** The longest time between two runs, in seconds; the time that a backup takes comes on top. */
  readonly seconds: number;
  /** The same when one run fails. */
  readonly afterMissedRun: number;
  /** The schedule that loses least. */
  readonly schedule: string;
  readonly method: Method | 'objects';
  /** Of damage that is found late: seconds until the last backup of before it is deleted. */
  readonly ifFoundWithin?: number;
  readonly reason: string;
}

/** What a disaster costs a namespace. */
export type Outcome =
  | Loss
  | { readonly outcome: 'nothing lost'; readonly reason: string }
  /** `of`: what no copy survives of, `objects` or names of volumes. */
  | {
      readonly outcome: 'no copy survives';
      readonly reason: string;
      readonly of: readonly string[];
    }
  /** The files do not say it. */
  | { readonly outcome: 'unknown'; readonly reason: string; readonly of: readonly string[] };

/** A rule that is broken. */
export interface AuditFinding {
  /** `audit/…`, or the id of a rule on rendered files. */
  readonly rule: string;
  readonly severity: Severity;
  /** Such as `Schedule/daily`. */
  readonly subject: string;
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly why: string;
  readonly source: string;
}

/** A schedule, as a declaration of it would need it. */
export interface AuditedSchedule {
  readonly name: string;
  /** As it is written. */
  readonly schedule: string;
  /**
   * Five fields in UTC, of standard time where the clocks of its zone change; undefined for `@every`, for times
   * that five fields cannot say in UTC, or what cannot be read.
   */
  readonly cron: string | undefined;
  /** The expression is so all the year. */
  readonly cronIsExact: boolean;
  readonly zone: string | undefined;
  /** The longest time between two runs, in seconds; undefined where it does not run, or is not known. */
  readonly gap: number | undefined;
  readonly paused: boolean;
  /** Seconds that a backup is kept. */
  readonly ttl: number;
  /** The TTL is written at the schedule, and not a default of the server. */
  readonly ttlIsWritten: boolean;
  readonly includedNamespaces: readonly string[];
  readonly excludedNamespaces: readonly string[];
  /** Names of the namespaces, of those that are known, whose objects it holds. */
  readonly namespaces: readonly string[];
  /** How it copies volumes, by how many. */
  readonly methods: Readonly<Partial<Record<Method | 'none' | 'unknown', number>>>;
  /** The keys of its template that keep resources out of its backups, such as `labelSelector`. */
  readonly narrowedBy: readonly string[];
  /** Seconds that the longest of its backups took, of those that are among the objects. */
  readonly longestBackup: number | undefined;
  /** The name of the location that it writes to. */
  readonly location: string | undefined;
  readonly place: Place;
}

/** A BackupStorageLocation, as a declaration of it would need it. */
export interface AuditedLocation {
  readonly name: string;
  readonly provider: string | undefined;
  readonly bucket: string | undefined;
  readonly prefix: string | undefined;
  readonly region: string | undefined;
  readonly s3Url: string | undefined;
  readonly kmsKeyId: string | undefined;
  readonly readOnly: boolean;
  /** Backups that name no location go there. */
  readonly isDefault: boolean;
  readonly place: Place;
}

/** A volume, and what schedules make of it. */
export interface AuditedVolume {
  readonly name: string;
  readonly storageClass: string | undefined;
  readonly driver: string | undefined;
  readonly size: string | undefined;
  /** Such as `StatefulSet/postgres`. */
  readonly workloads: readonly string[];
  /** Of its claims: written at them, or given by the StatefulSet that makes them. */
  readonly labels: Readonly<Record<string, string>>;
  /** The database that its pods run, by the name of an image, such as `postgres`. */
  readonly database: string | undefined;
  /** The containers that mount it, each with the workload that makes its pod. */
  readonly containers: readonly (Container & { readonly workload: string })[];
  /** Each way that a schedule copies it. */
  readonly copies: readonly { readonly schedule: string; readonly method: Method }[];
  /** Why no schedule copies it; empty where one does. */
  readonly notCopied: readonly string[];
  /** What its copies take for granted, which the files do not say. */
  readonly assumes: readonly string[];
  readonly place: Place;
}

/** A namespace, and what each disaster costs it. */
export interface AuditedNamespace {
  readonly name: string;
  /** Such as `Deployment/web`. */
  readonly workloads: readonly string[];
  /** The labels that select the pods of a workload, by the workload. */
  readonly podLabels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly volumes: readonly AuditedVolume[];
  /** Commands that Velero runs in its pods. */
  readonly hooks: readonly Hook[];
  readonly otherHooks: readonly OtherHook[];
  /** Charts in it whose objects, and volumes, are not in the files. */
  readonly charts: readonly string[];
  /** The schedules that hold its objects. */
  readonly schedules: readonly string[];
  readonly disasters: Readonly<Record<Scenario, Outcome>>;
}

/** The newest backup of a schedule, of a cluster that runs. */
export interface NewestBackup {
  readonly schedule: string;
  /** Undefined where none of its backups was completed. */
  readonly name: string | undefined;
  /** Seconds since it was completed. */
  readonly age: number | undefined;
  /** Seconds that it took. */
  readonly duration: number | undefined;
  /** How many of its backups have each phase. */
  readonly phases: Readonly<Record<string, number>>;
}

/** How an existing installation of Velero protects a cluster, as far as its files, or its objects, say so. */
export interface AuditResult {
  /** Velero, or anything of it, was found. */
  readonly found: boolean;
  /** Such as `HelmRelease in apps/velero.yaml`, of each place that installs Velero. */
  readonly installedBy: readonly string[];
  /** Velero's own, where its server is known. */
  readonly namespace: string | undefined;
  /** Such as `1.16.0`. */
  readonly version: string | undefined;
  readonly nodeAgent: boolean;
  readonly csi: boolean;
  /** Of the cluster, in its cloud. */
  readonly region: string | undefined;
  /**
   * The Secret that holds the password of the repositories of file copies: `kept` somewhere in the files,
   * or `default`, which everybody knows, as far as they say.
   */
  readonly repositoryPassword: 'kept' | 'default';
  readonly locations: readonly AuditedLocation[];
  readonly schedules: readonly AuditedSchedule[];
  readonly namespaces: readonly AuditedNamespace[];
  /** The worst first. */
  readonly findings: readonly AuditFinding[];
  /** Of a cluster that runs; empty for files. */
  readonly newest: readonly NewestBackup[];
  /** What the judgement does without. */
  readonly notRead: readonly NotRead[];
}
