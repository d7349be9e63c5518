import type { Environment, Report } from '../model/report.ts';
import type { Proved } from '../model/service.ts';
import { count, usd } from './words.ts';

type Fact = readonly [string, string];

/** What a reader takes away who reads nothing else. */
export const fleetFacts = ({ environments, evidence, date }: Report): Fact[] => [
  ['Objectives that hold', objectives(environments)],
  ['Accepted losses', String(environments.flatMap(givenUp).length)],
  ['Times and rates measured by drills', inputs(environments)],
  ['Runs of drills and recoveries', runs(evidence)],
  ['Findings that stop a merge', String(environments.flatMap(stopping).length)],
  ['Waivers in force', waivers(environments, date)],
  ['Cost of backups', cost(environments)],
];

/** The same of one environment. */
export const environmentFacts = (environment: Environment, date: string): Fact[] => [
  ['Objectives that hold', objectives([environment])],
  ['Accepted losses', String(givenUp(environment).length)],
  ['Times and rates measured by drills', inputs([environment])],
  ['Findings that stop a merge', String(stopping(environment).length)],
  ['Waivers in force', waivers([environment], date)],
  ['Cost of backups', cost([environment])],
];

export function describeEnvironment({
  region,
  drRegion,
  replicaOf,
  services,
}: Environment): string {
  const place =
    replicaOf === undefined
      ? `In ${region}${drRegion === undefined ? ', with no copy in another region' : `, with copies in ${drRegion}`}.`
      : `In ${region}. It reads the replica of ${replicaOf}, whose services are recovered here after a disaster of the region.`;
  return services.length > 0 ? place : `${place} No services are declared here.`;
}

const provedIn = ({ services }: Environment): Proved[] =>
  services
    .flatMap(({ outcomes }) => outcomes)
    .filter((outcome): outcome is Proved => outcome.verdict !== 'unprotected');

const givenUp = ({ services }: Environment) =>
  services.flatMap(({ outcomes }) => outcomes).filter(({ verdict }) => verdict === 'unprotected');

const stopping = ({ findings }: Environment) => findings.filter(({ stops }) => stops);

function objectives(environments: readonly Environment[]): string {
  const all = environments.flatMap(provedIn);
  const broken = sum(all, brokenIn);
  const waived = sum(
    all.filter(({ waivedBy }) => waivedBy !== undefined),
    brokenIn,
  );
  const rest = [
    ...(waived > 0 ? [`${waived} are waived`] : []),
    ...(broken > waived ? [`${broken - waived} are breached or unprovable`] : []),
  ];
  return [`${all.length * 2 - broken} of ${all.length * 2}`, ...rest].join('; ');
}

const brokenIn = ({ rpo, rto }: Proved): number => [rpo, rto].filter(({ holds }) => !holds).length;

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

function inputs(environments: readonly Environment[]): string {
  const measured = sum(environments, (environment) => environment.inputs.measured);
  const all = sum(environments, (environment) => environment.inputs.all);
  return `${measured} of ${all}; the others are assumed`;
}

function runs({ given, runs: all, untrusted }: Report['evidence']): string {
  if (!given) return 'not read for this site';
  const failed = all.filter(({ outcome }) => outcome === 'failed').length;
  const doubted = untrusted.length === 0 ? '' : `, ${count(untrusted.length, 'untrusted file')}`;
  return `${all.length}, of which ${failed} failed${doubted}`;
}

function waivers(environments: readonly Environment[], date: string): string {
  const all = environments.flatMap((environment) => environment.waivers);
  const inForce = all.filter((waiver) => waiver.inForce);
  const over = all.length - inForce.length;
  const [next] = inForce.map(({ expires }) => expires).toSorted();
  return [
    String(inForce.length),
    ...(next === undefined ? [] : [`the next ends on ${next}`]),
    ...(over === 0 ? [] : [`${over} ended before ${date}`]),
  ].join('; ');
}

function cost(environments: readonly Environment[]): string {
  const bills = environments.flatMap(({ cost: { bill } }) => (bill ? [bill] : []));
  const month = (index: number): string => usd(sum(bills, ({ total }) => total.at(index) ?? 0));
  const unpriced = environments.filter((environment) => environment.cost.unpriced.length > 0);
  const rest =
    unpriced.length === 0 ? '' : `, without ${unpriced.map(({ name }) => name).join(', ')}`;
  const over = environments.some((environment) => environment.cost.overBudgetIn !== undefined);
  return bills.length === 0
    ? `not known${rest}`
    : `${month(0)} US dollars in month 1, ${month(-1)} in month 24${rest}${over ? '; over a budget' : ''}`;
}
