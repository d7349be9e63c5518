import { formatDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import type { Problem } from '@resilience/config/problem';
import { writtenAt } from '@resilience/config/source';
import { formatLost } from '@resilience/documents/words/format-lost';
import { nameNeverRecovered, reasonOf } from '@resilience/documents/words/format-never-recovered';
import { formatTerm } from '@resilience/documents/words/format-term';
import type { Judgement, Proof } from '@resilience/recovery/prove';
import { breachedIn, isWaived, type Objective, subject } from '@resilience/recovery/waived';

import { moreOften } from './more-often.ts';
import { isUnreached, unreachedProblems } from './unreachable.ts';

/** Objectives that what is declared does not hold, or that cannot be judged, and that nobody waived. */
export function breaches(environment: Environment, proofs: readonly Proof[]): Problem[] {
  const open = proofs.flatMap((proof) =>
    breachedIn(proof)
      .filter((objective) => !isWaived(environment, proof, objective))
      .map((objective) => ({ proof, objective })),
  );
  const unreached = open.map(({ proof }) => proof).filter(isUnreached);
  const described = open
    .filter(({ proof }) => !isUnreached(proof))
    .map((one) => describedIn(environment, one));
  return [
    ...unreachedProblems(environment.name, unreached),
    ...[...Map.groupBy(described, placeAndCause).values()].flatMap((group) =>
      problemOf(environment, group),
    ),
  ];
}

interface Breach {
  readonly proof: Proof;
  readonly objective: Objective;
}

interface Described extends Breach {
  /** Where the objective is written: with the service, or with its tier. */
  readonly path: string;
  readonly description: Description;
}

const describedIn = (environment: Environment, { proof, objective }: Breach): Described => ({
  proof,
  objective,
  path: writtenAt(
    environment.sources,
    `services.${proof.service}.objectives.${proof.scenario}.${objective}`,
  ),
  description: describe[objective](proof, environment),
});

/** Services share the objectives of their tier: what breaks one there for the same reason is one problem. */
const placeAndCause = ({ path, description: { cause, received } }: Described): string =>
  [path, cause ?? received].join('\n');

function problemOf({ name }: Environment, group: readonly Described[]): Problem[] {
  const [first] = group;
  if (!first) return [];
  const { path, objective, description } = first;
  const services = [...new Set(group.map(({ proof }) => proof.service))];
  const message = path.startsWith('services.')
    ? description.message
    : `${services.join(', ')}: ${description.message}`;
  const file = `environments/${name}/config.ts`;
  return [{ file, path, code: `recovery/${objective}`, ...description, message }];
}

type Description = Pick<Problem, 'message' | 'expected' | 'received' | 'fix' | 'cause'>;

const describe: Readonly<
  Record<Objective, (proof: Proof, environment: Environment) => Description>
> = {
  rpo(proof, environment) {
    if (isUnsaved(proof)) return unsaved(proof);
    return proof.lost.length > 0 ? unreachable(proof, environment) : tooOld(proof, environment);
  },
  rto: (proof, environment) =>
    proof.missing.length > 0 ? unprovable(proof) : late(proof, environment.name),
};

/** Whether backups would hold the objective, if they held all that cannot be made again. */
const isUnsaved = ({ lost, plan }: Proof): boolean => lost.length > 0 && plan.length > 0;

function unsaved(proof: Proof): Description {
  const volumes = proof.neverRecovered.filter(({ volume }) => proof.lost.includes(volume));
  const paths = proof.lost.map((name) => `services.${proof.service}.volumes.${name}.backup`);
  return {
    message: 'no backup holds all of the service, so that no schedule meets this RPO',
    expected: 'backups of every volume whose content nothing makes again',
    received: volumes.map((one) => `${nameNeverRecovered(one)}: ${reasonOf(one)}`).join('; '),
    fix: `write { method: 'snapshot' } or { method: 'file-system' } at ${paths.join(', ')}, or waive recovery/rpo for ${subject(proof)}`,
  };
}

/** Backups are there, and none of them outlives the disaster. */
function unreachable(proof: Proof, { name, aws, storage }: Environment): Description {
  const why = [...new Set(coveringIn(proof).map((one) => one.why))].join('; ');
  const unread = storage.kind === 'bucket' && why === 'no environment may read its replica';
  return {
    message: `no schedule meets this RPO: ${why === '' ? 'no copy is left' : why}`,
    expected: `a copy that outlives ${proof.scenario}`,
    received: formatLost(proof),
    fix: unread
      ? `declare an environment in ${aws.drRegion} whose storage is the replica of ${name}, and write its name into storage.replication.readBy; or waive recovery/rpo for ${subject(proof)}`
      : `${search(proof, name)}, or waive recovery/rpo for ${subject(proof)}`,
    ...(why !== '' && { cause: `recovery/rpo in ${name}: ${why}` }),
  };
}

const coveringIn = ({ excluded }: Proof): Proof['excluded'] => {
  const covering = excluded.filter(({ why }) => why !== 'does not cover the service');
  return covering.length > 0 ? covering : excluded;
};

/** The newest backup that outlives the disaster is older than may be lost. */
function tooOld(proof: Proof, environment: Environment): Description {
  const worst = formatWorst(proof.rpo);
  const received = `${worst} by the schedule ${restoredFrom(proof)}, ${excess(proof.rpo)} too much`;
  const cron = moreOften(environment, proof);
  const more = cron
    ? `write cron: '${cron.expression}' at schedules.${cron.schedule}`
    : search(proof, environment.name);
  return {
    message: 'no schedule meets this RPO: the newest backup can be older',
    expected: `at most ${formatDuration(proof.rpo.declared)} of data lost`,
    received,
    fix: `${more}, declare rpo: ${asWritten(proof.rpo)}, or waive recovery/rpo for ${subject(proof)}`,
    cause: `recovery/rpo in ${environment.name}: ${formatDuration(proof.rpo.declared)}, ${received}`,
  };
}

const unprovable = (proof: Proof): Description => ({
  message: 'this RTO cannot be proved',
  expected: 'every time that a recovery is made of',
  received: `${proof.missing.join(', ')} is neither assumed nor measured often enough`,
  fix: `declare ${proof.missing.join(', ')}, or measure it in drills`,
  cause: `recovery/rto: ${proof.missing.join(', ')}`,
});

const late = (proof: Proof, environment: string): Description => ({
  message: 'the recovery takes longer than this RTO',
  expected: `back within ${formatDuration(proof.rto.declared)}`,
  received: `${formatWorst(proof.rto)}, ${excess(proof.rto)} too late; most of it is ${dominant(proof)}`,
  fix: `${search(proof, environment)}, shorten ${dominantName(proof)}, declare what holds, or waive recovery/rto for ${subject(proof)}`,
});

/** Searching takes a while: it is done for one objective at a time, by a command of its own. */
const search = ({ service, scenario }: Proof, environment: string): string =>
  `make the cheapest change that "npm run resilience -- explain ${service} --env ${environment} --scenario ${scenario}" finds`;

/** The worst case as the declaration would say it. */
function asWritten({ worst }: Judgement): string {
  const seconds = worst?.seconds ?? 0;
  if (seconds % 3600 === 0) return `hours(${seconds / 3600})`;
  return seconds % 60 === 0 ? `minutes(${seconds / 60})` : `seconds(${seconds})`;
}

const formatWorst = ({ worst }: Judgement): string => formatDuration(worst ?? { seconds: 0 });

const excess = ({ declared, worst }: Pick<Judgement, 'declared' | 'worst'>): string =>
  formatDuration({ seconds: (worst?.seconds ?? 0) - declared.seconds });

const restoredFrom = ({ plan }: Proof): string =>
  plan.map(({ schedule }) => schedule).join(' and ');

const longestTerm = ({ time }: Proof) => time?.terms.toSorted((a, b) => b.worst - a.worst).at(0);

const dominantName = (proof: Proof): string => longestTerm(proof)?.name ?? 'it';

function dominant(proof: Proof): string {
  const term = longestTerm(proof);
  return term ? formatTerm(term) : 'unknown';
}
