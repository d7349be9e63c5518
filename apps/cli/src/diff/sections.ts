import { formatDuration } from '@resilience/config/duration';
import type { Appearing } from '@resilience/diff/appearing';
import type { ResourceChange } from '@resilience/diff/aws/resource-changes';
import type { StackChange } from '@resilience/diff/aws/stack-changes';
import type { ObjectChange } from '@resilience/diff/cluster/object-changes';
import { type CostChange, shownMonths } from '@resilience/diff/cost-change';
import type { FindingChange } from '@resilience/diff/finding-changes';
import type { ProofChange, Proved } from '@resilience/diff/proof-changes';

import { formatUsd } from '@resilience/documents/words/format-usd';
import type { Diff, PlacedDiff, PlacedStatement, StatementPlace } from './diff-flags.ts';

/** A part of what is said of an environment, a line for each change. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** All that is said of an environment beside what is weaker, and what AWS loses; nothing of what stays. */
export const sectionsOf = (diff: PlacedDiff): Section[] =>
  [
    { title: 'Stronger', lines: said(diff.statements, 'stronger') },
    { title: 'Also different', lines: said(diff.statements, 'other') },
    { title: 'Recovery', lines: recovery(diff) },
    { title: 'Findings of the policies', lines: diff.findings.map(findingLine) },
    { title: 'AWS', lines: [...diff.stacks.map(stackLine), ...resourceLines(diff.aws)] },
    { title: 'Cluster', lines: diff.cluster.map(objectLine) },
    { title: 'Drills and alerts', lines: drillsAndAlerts(diff) },
    { title: 'Cost', lines: diff.cost ? costLines(diff.cost) : [] },
    { title: 'On merge', lines: diff.steps.map(({ by, text }) => `${actors[by]}: ${text}`) },
  ].filter(({ lines }) => lines.length > 0);

const actors = { person: 'a person', argocd: 'ArgoCD' } as const;

/** What is destroyed, replaced or left behind, and takes more with it. */
export const lossesOf = ({ aws, stacks }: PlacedDiff): string[] => [
  ...stacks.filter(({ change, holdsData }) => change !== 'new' && holdsData).map(stackLine),
  ...aws.filter(({ loses }) => loses !== undefined).map(resourceLine),
];

const said = (
  statements: readonly PlacedStatement[],
  direction: PlacedStatement['direction'],
): string[] => statements.filter((one) => one.direction === direction).map(({ text }) => text);

/** One sentence, and the environments that it is said of. */
export interface Shared {
  readonly of: readonly string[];
  readonly text: string;
  readonly places: readonly StatementPlace[];
}

/** What is weaker: a sentence of several environments stands once. */
export function weakerIn({ organisation, environments }: Diff): Shared[] {
  const all = [
    ...organisation.map((one) => ({ of: 'organisation', ...one })),
    ...environments.flatMap(({ environment, statements }) =>
      statements.map((one) => ({ of: environment, ...one })),
    ),
  ].filter(({ direction }) => direction === 'weaker');
  return [...Map.groupBy(all, ({ text, places }) => JSON.stringify([text, places])).values()].map(
    (alike) => ({
      of: alike.map(({ of }) => of),
      text: alike[0]?.text ?? '',
      places: alike[0]?.places ?? [],
    }),
  );
}

/** `environments/production/config.ts:93 schedules.daily.retention` */
export const placeLine = ({ file, line, path }: StatementPlace): string =>
  [line === undefined ? file : `${file}:${line}`, path].filter(Boolean).join(' ');

/** Disasters of a service that change alike are one line, and so are services whose disasters do. */
function recovery({ proofs }: PlacedDiff): string[] {
  const alike = Map.groupBy(proofs, ({ service, before, after }) =>
    JSON.stringify([service, changeOfProof(before, after)]),
  );
  const bySubject = Map.groupBy(alike.values(), ([first, ...others]) =>
    first ? `${changeOfProof(first.before, first.after)} (${scenariosOf([first, ...others])})` : '',
  );
  return [...bySubject].map(
    ([line, groups]) => `${groups.map(([first]) => first?.service ?? '').join(', ')}: ${line}`,
  );
}

const scenariosOf = (changes: readonly ProofChange[]): string =>
  changes.map(({ scenario }) => scenario).join(', ');

function changeOfProof(before: Proved, after: Proved): string {
  if (before.verdict === 'absent') return `proved for the first time: ${provedWords(after)}`;
  if (after.verdict === 'absent') return `no longer proved; before, ${provedWords(before)}`;
  return [
    arrow('RPO', timeWords(before.rpo), timeWords(after.rpo)),
    arrow('RTO', timeWords(before.rto), timeWords(after.rto)),
    arrow('verdict', before.verdict, after.verdict),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

const provedWords = ({ verdict, rpo, rto }: Proved): string =>
  verdict === 'unprotected'
    ? 'unprotected'
    : `RPO ${timeWords(rpo)}, RTO ${timeWords(rto)}, ${verdict}`;

const timeWords = (seconds: number | undefined): string =>
  seconds === undefined ? 'unknown' : formatDuration({ seconds });

const arrow = (name: string, before: string, after: string): string | undefined =>
  before === after ? undefined : `${name} ${before} → ${after}`;

const findingLine = ({ change, rule, severity, subject, message }: FindingChange): string =>
  `${change}: ${severity} ${rule}, ${subject} ${message}`;

function stackLine({ stack, change, resources, before, after }: StackChange): string {
  const count = `${resources} ${resources === 1 ? 'resource' : 'resources'}`;
  if (change === 'new') return `new stack ${stack} in ${after}: ${count}`;
  return change === 'left'
    ? `the stack ${stack} is no longer rendered: its ${count} in ${before} stay in AWS`
    : `the stack ${stack} moves from ${before} to ${after}: Terraform looks for its state elsewhere, makes its ${count} anew, and leaves those of before in AWS`;
}

/** What is replaced because of another resource is counted with it. */
const resourceLines = (aws: readonly ResourceChange[]): string[] =>
  aws
    .filter(({ because }) => because === undefined)
    .map((one) => {
      const followers = followersOf(one, aws);
      return followers > 0
        ? `${resourceLine(one)}; so are ${followers} that refer to it`
        : resourceLine(one);
    });

const followersOf = ({ stack, address }: ResourceChange, aws: readonly ResourceChange[]): number =>
  aws
    .filter((one) => one.stack === stack && one.because === address)
    .reduce((sum, one) => sum + 1 + followersOf(one, aws), 0);

function resourceLine({ stack, address, change, attributes, ...one }: ResourceChange): string {
  const what = attributes.length > 0 ? ` by ${attributes.join(', ')}` : '';
  const loses = one.loses === undefined ? '' : `, and with it ${one.loses}`;
  const refused = one.refused ? '; Terraform refuses this plan (prevent_destroy)' : '';
  const word = change === 'updated' || change === 'created' ? change : change.toUpperCase();
  return `${word} ${address} of ${stack}${what}${loses}${refused}`;
}

function objectLine({ application, object, change, fields, immutable }: ObjectChange): string {
  const what = fields.length > 0 ? `: ${shortened(fields)}` : '';
  const left = change === 'left' ? ' in the cluster (Prune=false)' : '';
  const fixed = immutable.length > 0 ? `; ${immutable.join(', ')} cannot be changed in place` : '';
  return `${application}: ${object} ${change}${left}${what}${fixed}`;
}

/** More places than these hide the objects that follow. */
const shownFields = 3;

const shortened = (fields: readonly string[]): string =>
  fields.length > shownFields
    ? `${fields.slice(0, shownFields).join(', ')} and ${fields.length - shownFields} more`
    : fields.join(', ');

const drillsAndAlerts = ({ drills, alerts }: PlacedDiff): string[] => [
  ...appearing('drill', drills),
  ...appearing('alert', alerts),
];

const appearing = (kind: string, { appears, vanishes }: Appearing): string[] => [
  ...appears.map((name) => `new ${kind}: ${name}`),
  ...vanishes.map((name) => `no longer there: ${kind} ${name}`),
];

const costLines = ({ before, after }: CostChange): string[] =>
  shownMonths.map(
    (month, index) => `month ${month}: ${usdWords(before?.[index])} → ${usdWords(after?.[index])}`,
  );

/** US dollars a month. */
export const usdWords = (usd: number | undefined): string =>
  usd === undefined ? 'none known' : `$${formatUsd(usd)}`;
