/** What a version of the layer changes in the repositories that take it. */
export interface Release {
  /** Such as `0.2.0`. */
  readonly version: string;
  /** The rendered files that it changes though no declaration has changed; the first entry that fits counts. */
  readonly rendered: readonly RenderedChange[];
}

interface RenderedChange {
  /** Fits paths below `rendered`, such as `kubernetes/velero-server/deployment-velero.yaml`. */
  readonly files: RegExp;
  readonly why: string;
}
