import type { Severity } from '@resilience/policy/rule';

import type { Place } from '../input/source-file.ts';
import type { Installation } from '../installation/installation.ts';
import type { AuditedNamespace, NewestBackup } from '../result.ts';

/** What breaks a rule, and where. */
export interface Breach {
  /** Such as `Schedule/daily`. */
  readonly subject: string;
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  readonly place: Place;
}

/** What rules judge. */
export interface Audited {
  readonly installation: Installation;
  readonly namespaces: readonly AuditedNamespace[];
  /** Of a cluster that runs; empty for files. */
  readonly newest: readonly NewestBackup[];
}

/** A rule on an installation that is not declared, beside those on rendered files. */
export interface AuditRule {
  /** `audit/` and its file's name. */
  readonly id: string;
  readonly severity: Severity;
  readonly why: string;
  readonly source: string;
  /** @returns nothing for an installation that complies */
  readonly check: (audited: Audited) => readonly Breach[];
}
