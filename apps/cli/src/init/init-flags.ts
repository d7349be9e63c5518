/** Answers that are given by flags, and what to do with them. */
export interface InitFlags {
  readonly answers?: string;
  /** Of a Velero that is there: its files, or what `audit --json` printed of it. */
  readonly fromAudit?: string;
  readonly removeSample?: boolean;
  readonly dryRun?: boolean;
  readonly organisation?: string;
  readonly environment?: string;
  readonly account?: string;
  readonly region?: string;
  readonly drRegion?: string;
  readonly cluster?: string;
  readonly identity?: string;
  readonly drCluster?: string;
  readonly drIdentity?: string;
  readonly repository?: string;
  readonly revision?: string;
  readonly argocdNamespace?: string;
  readonly monitoringNamespace?: string;
  readonly monitoringLabels?: readonly string[];
  readonly argoNamespace?: string;
  readonly argoLabels?: readonly string[];
  readonly slack?: string;
  readonly email?: string;
  readonly mailFrom?: string;
  readonly mailServer?: string;
  readonly mailUser?: string;
  readonly withoutCluster?: readonly string[];
  readonly teams?: readonly string[];
  readonly monthlyBudget?: string;
  readonly breakGlass?: readonly string[];
  readonly services?: readonly string[];
  readonly pagerduty?: boolean;
}
