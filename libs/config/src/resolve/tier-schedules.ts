import type { Finding } from '../problem.ts';
import { isWritten, type Written, writtenIn } from './records.ts';
import type { Sources } from './source.ts';
import { tierNameOf } from './tier-of.ts';

interface Declared {
  readonly schedules: unknown;
  readonly tiers: Written;
  /** The services that are backed up, by name. */
  readonly services: Written;
}

interface ResolvedSchedules {
  readonly schedules: unknown;
  readonly sources: Sources;
  readonly findings: readonly Finding[];
}

/** The schedules of the environment and those of its tiers, which cover the services of the tier. */
export function resolveSchedules({ schedules, tiers, services }: Declared): ResolvedSchedules {
  const ofTiers = Object.entries(tiers).flatMap(([tier, declared]) => {
    const covers = namesOf(services, tier);
    return covers.length === 0 ? [] : schedulesOf(tier, declared, covers);
  });
  if (schedules !== undefined && !isWritten(schedules))
    return { schedules, sources: {}, findings: [] };
  const own = Object.keys(schedules ?? {}).map((name) => ({ name, at: `schedules.${name}` }));
  return {
    schedules:
      schedules === undefined && ofTiers.length === 0
        ? undefined
        : {
            ...schedules,
            ...Object.fromEntries(ofTiers.map(({ name, schedule }) => [name, schedule])),
          },
    sources: Object.fromEntries(
      ofTiers.map(({ name, at, tier }) => [`schedules.${name}`, { from: 'tier', at, note: tier }]),
    ),
    findings: namedTwice([...own, ...ofTiers]),
  };
}

const namesOf = (services: Written, tier: string): string[] =>
  Object.entries(services)
    .filter(([, service]) => tierNameOf(writtenIn(service)) === tier)
    .map(([name]) => name);

const schedulesOf = (tier: string, declared: unknown, covers: readonly string[]) =>
  Object.entries(writtenIn(writtenIn(declared)['schedules'])).map(([name, schedule]) => ({
    name,
    tier,
    at: `tiers.${tier}.schedules.${name}`,
    schedule: isWritten(schedule) ? { ...schedule, covers } : schedule,
  }));

/** Only one of them would be rendered, and the services of the other be backed up by nothing. */
function namedTwice(
  schedules: readonly { readonly name: string; readonly at: string }[],
): Finding[] {
  const first = new Map<string, string>();
  return schedules.flatMap(({ name, at }) => {
    const other = first.get(name);
    if (other === undefined) first.set(name, at);
    return other === undefined
      ? []
      : [
          {
            path: at,
            code: 'config/schedules-have-one-name',
            message: 'has the name of another schedule',
            expected: `a name other than that of ${other}`,
            received: `"${name}"`,
            fix: 'give one of the two schedules another name',
          },
        ];
  });
}
