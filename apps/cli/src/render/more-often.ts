import { parseCron } from '@resilience/config/cron';
import type { Environment } from '@resilience/config/environment';
import { type Proof, proveService } from '@resilience/recovery/prove';

/** A schedule with the expression by which it runs more often. */
export interface MoreOften {
  readonly schedule: string;
  readonly expression: string;
}

/** How often a day, the least change first. */
const timesADay = [2, 3, 4, 6, 8, 12];

/**
 * The fewest backups a day by which a schedule that now runs once holds the objective: the smallest change
 * that can be named without a search.
 *
 * @returns undefined where the schedule does not run once a day, or no number of backups is enough
 */
export function moreOften(
  environment: Environment,
  { service, scenario, plan }: Proof,
): MoreOften | undefined {
  const [first, ...others] = plan;
  const declared = first && environment.schedules[first.schedule];
  const daily = /^(?<minute>\d+) (?<hour>\d+) \* \* \*$/.exec(
    declared?.cron.expression ?? '',
  )?.groups;
  if (!first || !declared || !daily || others.length > 0) return undefined;
  const { schedule } = first;
  return timesADay
    .map((times) => ({ schedule, expression: spread(daily, times) }))
    .find(({ expression }) => {
      const changed = { ...declared, cron: parseCron(expression) };
      const schedules = { ...environment.schedules, [schedule]: changed };
      const proofs = proveService({ ...environment, schedules }, service);
      return proofs.find((proof) => proof.scenario === scenario)?.rpo.holds;
    });
}

const spread = ({ minute, hour }: Readonly<Record<string, string>>, times: number): string => {
  const hours = Array.from(
    { length: times },
    (_, index) => (Number(hour) + (index * 24) / times) % 24,
  );
  return `${minute} ${hours.toSorted((a, b) => a - b).join(',')} * * *`;
};
