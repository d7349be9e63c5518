import { ownsBucket } from '@resilience/config/environment';
import { scenarios } from '@resilience/config/scenario';
import { unpricedRegions } from '@resilience/cost/price';
import { inputsOf } from '@resilience/recovery/inputs';
import { holds, type Proof } from '@resilience/recovery/prove';
import { unprotected } from '@resilience/recovery/unprotected';
import { overBudget } from '@resilience/cost/over-budget';
import { isExcused } from '@resilience/recovery/waived';

import { formatLeftOut } from '../words/format-left-out.ts';
import { formatSubjects } from '../words/format-unprotected.ts';
import { formatUsd } from '../words/format-usd.ts';
import { isMeasured } from '../words/format-verdict.ts';
import type { Reported } from './recovery-report-subject.ts';

/** What a reader takes away who reads nothing else. */
export const summary = (reported: Reported): string[] => [
  [
    objectives(reported),
    accepted(reported),
    forGood(reported),
    times(reported),
    amounts(reported),
    cost(reported),
  ]
    .flat()
    .map((line) => `- ${line}`)
    .join('\n'),
];

function objectives({ environment, proofs }: Reported): string {
  const failing = proofs.filter((proof) => !holds(proof));
  const count = proofs.length * 2;
  const held = count - sum(failing, broken);
  const excused = sum(
    failing.filter((proof) => isExcused(environment, proof)),
    broken,
  );
  const services = Object.keys(environment.services).length;
  const of = `${plural(services, 'service')} in ${plural(scenarios.length, 'disaster')}${exceptGivenUp(environment)}, each with an RPO and an RTO`;
  const open = count - held;
  const rest =
    open === 0 ? '' : ` ${open} ${open === 1 ? 'does' : 'do'} not, ${waived(open, excused)}.`;
  return `**${held} of ${count} objectives hold**: ${of}.${rest}`;
}

const exceptGivenUp = (environment: Reported['environment']): string => {
  const { length } = unprotected(environment);
  return length === 0 ? '' : `, but for ${length} accepted ${length === 1 ? 'loss' : 'losses'}`;
};

/** Neither held nor broken: nobody asks for it back. */
function accepted({ environment }: Reported): string[] {
  const losses = unprotected(environment);
  if (losses.length === 0) return [];
  return [
    `**${losses.length * 2} more objectives are accepted as lost**, an RPO and an RTO each: ${formatSubjects(losses)}. Nothing is restored then; [the reasons](#what-is-never-recovered) are below.`,
  ];
}

const broken = ({ rpo, rto }: Proof): number => [rpo, rto].filter((one) => !one.holds).length;

function waived(open: number, excused: number): string {
  if (excused === 0) return 'and none is waived';
  if (excused < open) return `of which ${excused} ${areOrIs(excused)} waived`;
  return open === 1 ? 'and it is waived' : 'and all of them are waived';
}

const areOrIs = (count: number): string => (count === 1 ? 'is' : 'are');

/** An objective says nothing of what no backup holds. */
function forGood({ environment, proofs }: Reported): string[] {
  const volumes = [
    ...proofs.flatMap(({ service, neverRecovered }) =>
      neverRecovered.map(({ volume }) => `\`${volume}\` of ${service}`),
    ),
    ...formatLeftOut(environment).map(({ what }) => what),
  ];
  const gone = proofs.filter(({ plan, lost }) => plan.length === 0 && lost.length > 0);
  const held = proofs.filter(({ verdict }) => verdict === 'proved-in-part').length;
  const parts = [
    ...(volumes.length > 0 ? [`no backup holds ${listed(volumes)}`] : []),
    ...(gone.length > 0
      ? [`after some disasters no copy is left of ${listed(gone.map(({ service }) => service))}`]
      : []),
  ];
  if (parts.length === 0) return [];
  const rest =
    held > 0
      ? ` In ${plural(held, 'row')} below the RPO holds only for the rest of the service.`
      : '';
  return [`**Never recovered**: ${parts.join('; ')}.${rest}`];
}

const listed = (names: readonly string[]): string => [...new Set(names)].join(', ');

function times({ proofs }: Reported): string {
  const inputs = inputsOf(proofs);
  const measured = inputs.filter(isMeasured);
  const missing = new Set(proofs.flatMap((proof) => proof.missing));
  const assumed = inputs.length - measured.length;
  return [
    `**${assumed} of ${inputs.length} times and rates are assumed**, ${measured.length || 'none'} ${measured.length > 1 ? 'are' : 'is'} measured by drills`,
    ...(measured.length > 0 ? [`: ${measured.map(({ path }) => `\`${path}\``).join(', ')}`] : []),
    '. An objective that holds does so as long as what is assumed is right.',
    ...(missing.size > 0
      ? [` Neither assumed nor measured: \`${[...missing].join('`, `')}\`.`]
      : []),
  ].join('');
}

/** What a service does not say of itself, and times and costs are computed from. */
function amounts({ environment: { sources } }: Reported): string[] {
  const found = Object.entries(sources).filter(([, { from }]) => from === 'assumed');
  if (found.length === 0) return [];
  const paths = found.map(([path]) => `\`${path}\``).join(', ');
  return [
    `**${plural(found.length, 'amount')} of services ${areOrIs(found.length)} assumed**, as nobody declares ${found.length === 1 ? 'it' : 'them'}: ${paths}.`,
  ];
}

function cost({ environment, bill }: Reported): string[] {
  if (!ownsBucket(environment)) return [];
  const budget = `the budget of ${formatUsd(environment.storage.monthlyBudget.usd)} a month`;
  if (!bill) {
    const regions = unpricedRegions(environment).join(', ');
    return [
      `**The cost is not known**: no prices of ${regions} are. Whether ${budget} holds is not known, either.`,
    ];
  }
  const { total } = bill;
  const { overBudgetIn } = overBudget(environment, bill);
  const first = formatUsd(total[0] ?? 0);
  const last = formatUsd(total.at(-1) ?? 0);
  const verdict =
    overBudgetIn === undefined
      ? `${budget} holds`
      : `${budget} is exceeded from month ${overBudgetIn} on`;
  return [
    `**Backups cost ${first} US dollars in the first month**, ${last} in month ${total.length}, before tax and discounts, without restores and drills: ${verdict}.`,
  ];
}

const sum = (proofs: readonly Proof[], count: (proof: Proof) => number): number =>
  proofs.reduce((total, proof) => total + count(proof), 0);

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
