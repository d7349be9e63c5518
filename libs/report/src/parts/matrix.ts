import { h, type JSX } from 'preact';

import type { Environment, Report } from '../model/report.ts';
import type { Outcome, Proved, Service } from '../model/service.ts';
import { paths } from '../paths.ts';
import { restoresOf } from '../restores-of.ts';
import { link } from './link.ts';
import { type Cell, table } from './table.ts';
import { badge, markOf } from './verdict.ts';
import { time, timeOr } from './words.ts';

/** A row for each service, and a column for each disaster: declared, proved and measured. */
export const matrix = (report: Report, environment: Environment, from: string): JSX.Element =>
  table({
    caption: `Services of ${environment.name} in each disaster`,
    kind: 'matrix',
    head: ['Service', ...report.disasters.map(({ name }) => name)],
    rows: environment.services.map((service) => [
      link({ from, to: paths.service(environment.name, service.name) }, service.name),
      ...report.disasters.map(({ name }) => {
        const outcome = service.outcomes.find(({ scenario }) => scenario === name);
        return outcome ? cell({ report, environment, service, outcome, from }) : '';
      }),
    ]),
  });

interface Shown {
  readonly report: Report;
  readonly environment: Environment;
  readonly service: Service;
  readonly outcome: Outcome;
  readonly from: string;
}

function cell(shown: Shown): Cell {
  const { environment, service, outcome, from } = shown;
  const target = {
    from,
    to: paths.service(environment.name, service.name),
    anchor: outcome.scenario,
  };
  const head = link(target, badge(markOf(outcome)));
  if (outcome.verdict === 'unprotected') return head;
  return [
    head,
    h('small', {}, lossOf(outcome)),
    h('small', {}, timeOf(outcome)),
    ...measured(shown),
  ];
}

const lossOf = ({ rpo: { worst, declared } }: Proved): string =>
  worst === undefined
    ? `loses all, may lose ${time(declared)}`
    : `loses ${time(worst)} of ${time(declared)}`;

const timeOf = ({ rto: { worst, declared }, missing }: Proved): string =>
  worst === undefined
    ? `${missing.length > 0 ? 'back at an unknown time' : 'never back'}, may take ${time(declared)}`
    : `back ${time(worst)} of ${time(declared)}`;

function measured({ report, environment, service, outcome }: Shown): JSX.Element[] {
  const subject = {
    environment: environment.name,
    service: service.name,
    scenario: outcome.scenario,
  };
  const [newest] = restoresOf(report, subject);
  if (!newest) return [];
  const { rpo, rto } = newest.restored;
  const loss = timeOr('not measured', rpo.measured);
  const back = timeOr('not back', rto.measured);
  return [h('small', {}, `drill ${loss}, ${back}`)];
}
