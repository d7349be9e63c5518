import { h, type JSX } from 'preact';

import type { Environment, Report } from '../model/report.ts';
import type { Outcome, Proved, Service } from '../model/service.ts';
import type { Page } from '../page.ts';
import { derivation } from '../parts/derivation.ts';
import { facts } from '../parts/facts.ts';
import { link } from '../parts/link.ts';
import { list } from '../parts/list.ts';
import { none } from '../parts/none.ts';
import { restoredTable } from '../parts/restored-table.ts';
import { badge, markOf } from '../parts/verdict.ts';
import { time } from '../parts/words.ts';
import { paths } from '../paths.ts';
import { restoresOf } from '../restores-of.ts';

/** One service: how each worst case comes about, and what drills measured. */
export function servicePage(report: Report, environment: Environment, service: Service): Page {
  const path = paths.service(environment.name, service.name);
  const restores = restoresOf(report, { environment: environment.name, service: service.name });
  return {
    path,
    title: `${service.name} in ${environment.name}`,
    body: [
      facts([
        [
          'Environment',
          link({ from: path, to: paths.environment(environment.name) }, environment.name),
        ],
        ['Owner', service.owner],
        ['Tier', service.tier],
        ['Namespace', service.namespace],
      ]),
      h(
        'nav',
        { 'aria-label': 'Disasters' },
        list(service.outcomes.map((outcome) => entry(path, outcome))),
      ),
      ...service.outcomes.flatMap((outcome) => section(report, outcome)),
      h('h2', { id: 'history' }, 'History of restores'),
      restores.length === 0
        ? none('No report of a drill or a recovery of this service was read for this site.')
        : restoredTable(`Restores of ${service.name}`, restores, report, path),
    ],
  };
}

const entry = (path: string, outcome: Outcome): (JSX.Element | string)[] => [
  link({ from: path, to: path, anchor: outcome.scenario }, outcome.scenario),
  ' ',
  badge(markOf(outcome)),
];

function section({ disasters }: Report, outcome: Outcome): JSX.Element[] {
  const disaster = disasters.find(({ name }) => name === outcome.scenario);
  return [
    h('h2', { id: outcome.scenario }, disaster?.title ?? outcome.scenario),
    h('p', { class: 'soft' }, disaster?.means ?? ''),
    h('p', {}, badge(markOf(outcome))),
    ...(outcome.verdict === 'unprotected'
      ? [h('p', { class: 'note' }, `Nothing is restored: ${outcome.reason}`)]
      : proved(outcome)),
  ];
}

const proved = (outcome: Proved): JSX.Element[] => [
  h('p', {}, sentence(outcome)),
  ...(outcome.neverRecovered.length > 0 ? [list(outcome.neverRecovered)] : []),
  ...derivation(outcome),
];

function sentence({ words, waivedBy, rpo, rto, loses }: Proved): string {
  const waiver = waivedBy === undefined ? '' : ` Waived by ${waivedBy}.`;
  const back =
    rto.worst === undefined
      ? 'It is not known when the service is back'
      : `Back after ${time(rto.worst)} at worst`;
  return `${capital(words)}.${waiver} Loses at worst ${loses}, and may lose ${time(rpo.declared)} (RPO). ${back}, and has to be within ${time(rto.declared)} (RTO).`;
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
