import type { Cron } from '@resilience/config/cron';
import type { Schedule, Service } from '@resilience/config/declaration';
import { type Duration, formatDuration } from '@resilience/config/duration';
import { detectionOf } from '@resilience/config/detection';
import type { Environment } from '@resilience/config/environment';
import type { Scenario } from '@resilience/config/scenario';
import { coveredServices } from '@resilience/config/volumes';

import { type Location, locationOf, volumesLeftBehind } from './copies.ts';
import { type DataLoss, expectedLoss, worstLoss } from './data-loss.ts';
import { disasters } from './disaster.ts';
import { type RecoveryTime, recoveryTime } from './recovery-time.ts';

/** A schedule whose backups bring a service back, and how well. */
export interface Candidate {
  readonly schedule: string;
  readonly cron: Cron;
  readonly loss: DataLoss;
  readonly expectedLoss: Duration;
  readonly time: RecoveryTime;
  readonly location: Location;
  /** How long after the disaster a backup of before it must still be there, and how long it is. */
  readonly reach: Reach;
}

export interface Reach {
  readonly needed: Duration;
  readonly kept: Duration;
}

/** A schedule whose backups do not bring the service back, and why. */
export interface Excluded {
  readonly schedule: string;
  readonly why: string;
  /** The volumes that it has no copy of, and no other reason against it. */
  readonly lacks: readonly string[];
}

export interface Question {
  readonly environment: Environment;
  readonly name: string;
  readonly service: Service;
  readonly scenario: Scenario;
}

/** What each schedule does for a service after a disaster. */
export const candidatesFor = (question: Question): (Candidate | Excluded)[] =>
  Object.entries(question.environment.schedules).map(([schedule, declared]) =>
    judge(question, schedule, declared),
  );

export const serves = (judged: Candidate | Excluded): judged is Candidate => 'loss' in judged;

function judge(question: Question, schedule: string, declared: Schedule): Candidate | Excluded {
  const { environment, name, service, scenario } = question;
  const no = (why: string, lacks: readonly string[] = []): Excluded => ({ schedule, why, lacks });
  if (!coveredServices(environment, declared).some(([covered]) => covered === name)) {
    return no('does not cover the service');
  }
  const location = locationOf(environment, scenario);
  if ('why' in location) return no(location.why);
  const lacks = volumesLeftBehind(declared, service, scenario);
  if (lacks.length > 0) return no(`${leftBehind(scenario)}: ${lacks.join(', ')}`, lacks);
  const loss = worstLoss(declared, location.lag);
  const reach = reachOf(question, declared, loss);
  if (reach.kept.seconds < reach.needed.seconds) {
    const kept = formatDuration(reach.kept);
    return no(`is kept ${kept}, and must reach back ${formatDuration(reach.needed)}`);
  }
  return {
    schedule,
    cron: declared.cron,
    loss,
    expectedLoss: expectedLoss(declared, location.lag),
    time: recoveryTime({ environment, service, scenario, schedule: declared }),
    location,
    reach,
  };
}

const leftBehind = (scenario: Scenario): string =>
  scenario === 'region-failure'
    ? 'has only snapshots, which stay in the region, of'
    : 'has only snapshots, which are lost with it, of';

/** What is found late must still be there in a backup of before it happened. */
function reachOf(
  { environment, service, scenario }: Question,
  { retention }: Schedule,
  loss: DataLoss,
): Reach {
  const discovered =
    disasters[scenario].clock === 'discovery'
      ? detectionOf(environment, service, scenario).time?.atMost
      : undefined;
  return {
    needed: { seconds: (discovered?.seconds ?? 0) + loss.total.seconds },
    kept: retention,
  };
}
