import { formatDuration } from '@resilience/config/duration';
import type { Scenario } from '@resilience/config/scenario';

import type { Installation, Namespace } from '../installation/installation.ts';
import type { Loss, Outcome } from '../result.ts';
import { type Part, partsOf } from './held.ts';
import { type Held, type Survival, survival } from './survives.ts';

/** What each disaster costs a namespace. */
export function lossesOf(
  namespace: Namespace,
  installation: Installation,
): Record<Scenario, Outcome> {
  const parts = partsOf(namespace, installation);
  const of = (scenario: Scenario): Outcome => lossOf({ scenario, namespace, parts }, installation);
  return {
    'pod-failure': of('pod-failure'),
    'volume-corruption': of('volume-corruption'),
    'namespace-deletion': of('namespace-deletion'),
    'cluster-corruption': of('cluster-corruption'),
    'region-failure': of('region-failure'),
    'bucket-loss': of('bucket-loss'),
    'key-loss': of('key-loss'),
    'malicious-deletion': of('malicious-deletion'),
    'late-discovery': of('late-discovery'),
  };
}

interface Asked {
  readonly scenario: Scenario;
  readonly namespace: Namespace;
  readonly parts: readonly Part[];
}

function lossOf({ scenario, namespace, parts }: Asked, installation: Installation): Outcome {
  if (scenario === 'pod-failure')
    return { outcome: 'nothing lost', reason: 'volumes stay as they are' };
  const judged = parts.map((part): [string, Outcome] => [
    part.name,
    ofPart(part, { scenario, namespace, parts }, installation),
  ]);
  const worst = worstOf(judged);
  const unseen = chartsOf(namespace);
  if (worst.outcome !== 'loses' || unseen === undefined) return worst;
  const reason = `${worst.reason}; volumes of ${unseen} are not in these files`;
  return { ...worst, reason };
}

const chartsOf = ({ charts }: Namespace): string | undefined =>
  charts.length === 0 ? undefined : `the chart${charts.length > 1 ? 's' : ''} ${charts.join(', ')}`;

/** A loss of one part is a loss of all. */
function worstOf(judged: readonly (readonly [string, Outcome])[]): Outcome {
  for (const kind of ['no copy survives', 'unknown'] as const) {
    const of = judged.filter(([, { outcome }]) => outcome === kind);
    const [first] = of;
    if (first) return { outcome: kind, reason: reasonOf(of), of: of.map(([name]) => name) };
  }
  const losses = judged.flatMap(([, one]) => (one.outcome === 'loses' ? [one] : []));
  const [first, ...others] = losses;
  if (!first) return { outcome: 'unknown', reason: 'nothing of it is known', of: [] };
  return others.reduce((a, b) => (b.seconds > a.seconds ? b : a), first);
}

/** What it is about, unless it is about everything. */
function reasonOf(of: readonly (readonly [string, Outcome])[]): string {
  const byReason = new Map<string, string[]>();
  for (const [name, { reason }] of of)
    byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
  if (byReason.size === 1 && of.some(([name]) => name === 'objects'))
    return [...byReason.keys()][0] ?? '';
  return [...byReason].map(([reason, names]) => `${names.join(', ')}: ${reason}`).join('; ');
}

function ofPart(part: Part, asked: Asked, installation: Installation): Outcome {
  const { scenario, namespace } = asked;
  if (part.copies.length === 0) return withoutCopy(part, installation);
  const judged = part.copies.map((held): [Held, Survival] => [
    held,
    survival(held, { scenario, namespace: namespace.name }, installation),
  ]);
  const groups = groupsOf(part.copies, scenario);
  if (groups.length > 1) {
    const each = groups.map((lost): [string, Outcome] => [
      part.name,
      best(
        part.copies.filter((held) => !lost.includes(held)),
        scenario,
      ),
    ]);
    return worstOf(each);
  }
  const surviving = judged.filter(([, { survives }]) => survives === true).map(([held]) => held);
  if (surviving.length > 0) return best(surviving, scenario);
  const why = (kind: false | 'unknown'): string[] => [
    ...new Set(
      judged.flatMap(([, one]) => (one.survives === kind && 'why' in one ? [one.why] : [])),
    ),
  ];
  const open = [...why('unknown'), ...part.unknown];
  if (open.length > 0) return { outcome: 'unknown', reason: open.join('; '), of: [part.name] };
  return { outcome: 'no copy survives', reason: why(false).join('; '), of: [part.name] };
}

function withoutCopy({ name, not, unknown }: Part, { schedules }: Installation): Outcome {
  if (unknown.length > 0) return { outcome: 'unknown', reason: unknown.join('; '), of: [name] };
  if (schedules.length === 0)
    return { outcome: 'no copy survives', reason: 'no schedule is in these files', of: [name] };
  const isOut = not.every((one) => /does not include it|excludes it/.test(one));
  return {
    outcome: 'no copy survives',
    reason: isOut ? 'it is in no schedule' : not.join('; '),
    of: [name],
  };
}

/** Copies that one bucket, or the keys of one region, take with them; they are lost one group at a time. */
function groupsOf(copies: readonly Held[], scenario: Scenario): Held[][] {
  if (scenario !== 'bucket-loss' && scenario !== 'key-loss') return [];
  const groups = new Map<string, Held[]>();
  for (const held of copies) {
    const key = scenario === 'bucket-loss' ? bucketOf(held) : regionOf(held);
    groups.set(key, [...(groups.get(key) ?? []), held]);
  }
  return [...groups.values()];
}

const bucketOf = ({ location }: Held): string =>
  [location?.s3Url ?? location?.provider, location?.bucket ?? location?.name].join(' ');

const regionOf = ({ location }: Held): string => {
  const site = location?.site;
  return site?.kind === 'cloud' ? [site.cloud, site.region].join(' ') : (location?.s3Url ?? '');
};

/** The schedule that loses least. */
function best(copies: readonly Held[], scenario: Scenario): Outcome {
  const known = copies.filter((one): one is Held & { gap: number } => one.gap !== undefined);
  const [first, ...others] = known;
  if (!first) {
    const [open] = copies;
    return {
      outcome: 'unknown',
      reason: `schedule ${open?.schedule ?? ''}: ${open?.whyNoGap ?? 'its gap is not known'}`,
      of: [],
    };
  }
  const least = others.reduce((a, b) => (b.gap < a.gap ? b : a), first);
  const loses = {
    outcome: 'loses',
    seconds: least.gap,
    afterMissedRun: least.gap * 2,
    schedule: least.schedule,
    method: least.method,
    reason: `schedule ${least.schedule}`,
  } as const;
  return scenario === 'late-discovery' ? foundLate(loses, known) : loses;
}

/** How long after damage was done the last backup of before it is there. */
const reach = ({ ttl, gap }: { readonly ttl: number; readonly gap: number }): number => ttl - gap;

/** A backup of before the damage has to be there still when it is found. */
function foundLate(loses: Loss, copies: readonly (Held & { readonly gap: number })[]): Outcome {
  const longest = copies.reduce((a, b) => (reach(b) > reach(a) ? b : a));
  if (reach(longest) <= 0) {
    const reason = `schedule ${longest.schedule} keeps a backup no longer than until the next one`;
    return { outcome: 'no copy survives', reason, of: [] };
  }
  const nearest = copies.find(({ schedule }) => schedule === loses.schedule) ?? longest;
  const later =
    longest.schedule === loses.schedule
      ? ''
      : `; found later, until ${formatDuration({ seconds: reach(longest) })}, by schedule ${longest.schedule}: ${formatDuration({ seconds: longest.gap })}`;
  return {
    ...loses,
    ifFoundWithin: Math.max(0, reach(nearest)),
    reason: `${loses.reason}${later}`,
  };
}
