import type { Service } from './schema/declaration.ts';
import { seconds, type Duration } from './units/duration.ts';
import { claimSelector, selectorOf } from './volumes.ts';

type Declared = Service['verification'][number];
type Checked = Pick<Service, 'workloads' | 'volumes' | 'verification'>;

/** What `verify.sh` reads, as JSON, from the environment variable CHECK. */
export type CheckInput = (Declared | { readonly check: 'completeness' }) & {
  readonly service: string;
  /** What is looked at, for people. */
  readonly subject: string;
  /** Whose pods have to be there and ready. */
  readonly workloads: readonly {
    readonly kind: Service['workloads'][number]['kind'];
    readonly name: string;
    /** As kubectl takes it: `app=orders,role=data`. */
    readonly selector: string;
  }[];
  /** Whose claims have to be there and bound. */
  readonly claims: readonly { readonly volume: string; readonly selector: string }[];
};

/**
 * The checks of a service, in the order in which they are made. The first is declared by nobody and
 * made of every service: each workload runs, and each volume that backups hold is there.
 */
export const checkInputs = (name: string, service: Checked): CheckInput[] => [
  {
    check: 'completeness',
    service: name,
    subject: 'workloads and volumes',
    workloads: workloadsOf(service),
    claims: claimsOf(service),
  },
  ...service.verification.map((check) => ({
    ...check,
    service: name,
    subject: subjectOf(check),
    workloads: workloadsOf(service).filter(
      (workload) => 'workload' in check && workload.name === check.workload,
    ),
    claims: claimsOf(service).filter(({ volume }) => 'volume' in check && volume === check.volume),
  })),
];

/** How long `verify.sh` waits for what is still starting, unless it is told otherwise. */
const patience = { pods: seconds(120), server: seconds(60), kubectl: seconds(60) };

/** The longest that a check can take, however it ends. */
export const longestCheck = (input: CheckInput): Duration =>
  seconds(
    patience.pods.seconds +
      ('timeout' in input ? input.timeout : patience.server).seconds +
      patience.kubectl.seconds,
  );

function subjectOf(check: Declared): string {
  if (check.check === 'objects') return check.resource;
  if (check.check === 'http') return `${check.workload}:${check.port}${check.path}`;
  if (check.check === 'checksums') return `${check.volume}: ${check.manifest}`;
  if (check.check === 'command') return check.name;
  if (check.check === 'integrity') return check.database;
  const column = check.check === 'newest-row' ? `.${check.column}` : '';
  return `${check.database}: ${check.table}${column}`;
}

const workloadsOf = ({ workloads }: Checked): CheckInput['workloads'] =>
  workloads.map(({ kind, name, podLabels }) => ({ kind, name, selector: selectorOf(podLabels) }));

const claimsOf = ({ volumes }: Checked): CheckInput['claims'] =>
  Object.entries(volumes)
    .filter(([, { backup }]) => backup.method !== 'skip')
    .map(([volume, declared]) => ({ volume, selector: claimSelector(declared) }));
