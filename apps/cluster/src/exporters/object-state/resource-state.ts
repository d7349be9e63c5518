/** Where a value is in an object, such as `['status', 'phase']`. */
type Path = readonly string[];

/** Labels by name, and where their values are. What is not there gives no label. */
type Labels = Readonly<Record<string, Path>>;

/**
 * What kube-state-metrics tells of the objects of one kind.
 *
 * @see https://github.com/kubernetes/kube-state-metrics/blob/v2.15.0/docs/metrics/extend/customresourcestate-metrics.md
 */
export interface ResourceState {
  readonly groupVersionKind: {
    readonly group: string;
    readonly version: string;
    readonly kind: string;
  };
  readonly resourcePlural: string;
  readonly metricNamePrefix: `resilience_${string}`;
  readonly labelsFromPath: Labels;
  readonly metrics: readonly StateMetric[];
}

/** One metric: exactly one of gauge, info and stateSet, as the type says. */
export interface StateMetric {
  readonly name: string;
  readonly help: string;
  readonly labelsFromPath?: Labels;
  /** The verbosity of the log at which a value that is not there is an error. */
  readonly errorLogV?: number;
  readonly each:
    | { readonly type: 'Gauge'; readonly gauge: { readonly path: Path; readonly nilIsZero?: true } }
    | {
        readonly type: 'Info';
        readonly info: { readonly path: Path; readonly labelsFromPath: Labels };
      }
    | {
        readonly type: 'StateSet';
        readonly stateSet: {
          readonly path: Path;
          readonly labelName: string;
          readonly list: readonly string[];
        };
      };
}

/** An object has no status, or half of one, until its controller has seen it: that is no error. */
const notThereYet = { errorLogV: 1 } as const;

/** A moment, in seconds since 1970; no series while there is none. */
export const timestamp = (
  name: `${string}_timestamp_seconds`,
  help: string,
  path: Path,
  labelsFromPath?: Labels,
): StateMetric => ({
  name,
  help,
  ...(labelsFromPath && { labelsFromPath }),
  ...notThereYet,
  each: { type: 'Gauge', gauge: { path } },
});

/** A number or a flag, which is 0 while the object says nothing of it. */
export const numberOrZero = (
  name: string,
  help: string,
  path: Path,
  labelsFromPath?: Labels,
): StateMetric => ({
  name,
  help,
  ...(labelsFromPath && { labelsFromPath }),
  each: { type: 'Gauge', gauge: { path, nilIsZero: true } },
});

/**
 * 1 for each object that is there, with what else is known of it as labels.
 *
 * @param label of the object's name, which tells kube-state-metrics that there is something to say
 */
export const info = (help: string, label: string, labelsFromPath: Labels): StateMetric => ({
  name: 'info',
  help,
  labelsFromPath,
  each: { type: 'Info', info: { path: objectName, labelsFromPath: { [label]: [] } } },
});

/** 1 for the phase that the object is in, 0 for the others; no series before the first phase. */
export const phases = (help: string, list: readonly string[]): StateMetric => ({
  name: 'phase',
  help,
  ...notThereYet,
  each: { type: 'StateSet', stateSet: { path: phase, labelName: 'phase', list } },
});

export const objectName = ['metadata', 'name'] as const;
export const phase = ['status', 'phase'] as const;
export const created = ['metadata', 'creationTimestamp'] as const;
