import type { CalendarOf } from './calendar.ts';
import type { Changes } from './changes.ts';
import type { CostOf } from './cost.ts';
import type { Evidence, Measurement } from './evidence.ts';
import type { Finding, Waiver } from './finding.ts';
import type { Service } from './service.ts';

/** All that the site shows: plain data, each figure as its source has it. */
export interface Report {
  readonly organisation: string;
  /** `YYYY-MM-DD`, by which waivers are in force or over. */
  readonly date: string;
  /** The commit whose declarations are shown; undefined where the repository is not under git. */
  readonly revision: Revision | undefined;
  /** Of the program that made the site. */
  readonly version: string;
  readonly disasters: readonly Disaster[];
  readonly environments: readonly Environment[];
  readonly evidence: Evidence;
  /** Undefined where nobody asks since when. */
  readonly changes: Changes | undefined;
}

export interface Revision {
  readonly commit: string;
  /** Whether declarations or rendered files differ from the commit. */
  readonly changed: boolean;
}

export interface Disaster {
  /** Such as `region-failure`. */
  readonly name: string;
  readonly title: string;
  /** For readers who are no engineers. */
  readonly means: string;
}

export interface Environment {
  readonly name: string;
  readonly region: string;
  /** Undefined where no copy is kept in another region. */
  readonly drRegion: string | undefined;
  /** The environment whose backups it reads; undefined where it writes its own. */
  readonly replicaOf: string | undefined;
  readonly services: readonly Service[];
  /** What no backup holds, wherever it is. */
  readonly leftOut: readonly LeftOut[];
  /** How many times and rates the proofs are computed from, and how many of these drills have measured. */
  readonly inputs: { readonly all: number; readonly measured: number };
  /** How long reports of drills are kept, in words. */
  readonly evidenceKept: string;
  /** How S3 keeps their versions from being deleted: such as `compliance`. */
  readonly evidenceLock: string;
  readonly measurements: readonly Measurement[];
  readonly calendar: CalendarOf;
  readonly cost: CostOf;
  /** How many rules had something to judge. */
  readonly rules: number;
  readonly findings: readonly Finding[];
  readonly waivers: readonly Waiver[];
}

export interface LeftOut {
  readonly what: string;
  /** Empty where no declared service is in it. */
  readonly service: string;
  readonly reason: string;
}
