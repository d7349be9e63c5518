import { h, type JSX } from 'preact';

import type { Check, Measured, RestoredService, Run } from '../model/evidence.ts';
import type { Report } from '../model/report.ts';
import { paths } from '../paths.ts';
import { link } from './link.ts';
import { type Cell, table } from './table.ts';
import { moment, time, timeOr } from './words.ts';

interface Restored {
  readonly run: Run;
  readonly restored: RestoredService;
}

/** Each service that a run restored: its checks, and its times against what is declared and proved. */
export const restoredTable = (
  caption: string,
  all: readonly Restored[],
  report: Report,
  from: string,
): JSX.Element =>
  table({
    caption,
    head: ['Service', 'Disaster', 'Began (UTC)', 'Run', 'Backup', 'Checks', 'Lost', 'Back after'],
    rows: all.map(({ run, restored }) => [
      serviceOf(restored, report, from),
      restored.scenario,
      moment(run.startedAt),
      run.workflow,
      restored.backup ?? 'none was found',
      checks(restored.checks),
      measured(restored.rpo),
      measured(restored.rto),
    ]),
  });

/** A service that is not declared any more has no page. */
function serviceOf({ environment, service }: RestoredService, report: Report, from: string): Cell {
  const declared = report.environments.find(({ name }) => name === environment);
  return declared?.services.some(({ name }) => name === service) === true
    ? link({ from, to: paths.service(environment, service) }, `${environment}/${service}`)
    : `${environment}/${service}`;
}

const checks = (all: readonly Check[]): Cell =>
  all.length === 0
    ? 'nothing was checked'
    : all.map(({ check, subject, verified, detail, seconds }) =>
        h(
          'div',
          {},
          `${verified ? 'passed' : 'FAILED'}: ${check} ${subject}, ${time(seconds)}${detail === '' ? '' : ` (${detail})`}`,
        ),
      );

function measured({ measured: seconds, declared, proved, over }: Measured): Cell {
  const verdict = over === 'nothing' ? 'as promised' : `over ${over}`;
  return [
    h('div', {}, timeOr('not measured', seconds)),
    h('div', {}, declared === undefined ? 'not declared any more' : `${time(declared)} declared`),
    h('div', {}, `${timeOr('none', proved)} proved`),
    ...(declared === undefined ? [] : [h('div', {}, verdict)]),
  ];
}
