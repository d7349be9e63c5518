import { styleText } from 'node:util';

import { formatAge } from '../format-age.ts';
import type { EnvironmentStatus, Known } from './environment-status.ts';
import { formatMeasured } from './format-measured.ts';
import { formatObjectives } from './format-objectives.ts';
import { groupRecoveries } from './group-recoveries.ts';
import { isKept, type Measured } from './recoveries.ts';

/** A paragraph for each environment; what could not be looked at stands below all, each reason once. */
export function formatStatus(all: readonly EnvironmentStatus[], now: Date): string {
  const unknown = all.flatMap(({ environment, backups, findings, evidence }) => [
    ...[backups, findings].flatMap((one) =>
      'unknown' in one ? [{ place: environment, why: one.unknown }] : [],
    ),
    ...evidence.notRead,
  ]);
  const reasons = [...Map.groupBy(unknown, ({ why }) => why)].map(
    ([why, of]) => `${[...new Set(of.map(({ place }) => place))].join(', ')}: ${why}`,
  );
  return [
    ...all.map((one) => formatEnvironment(one, now)),
    ...(reasons.length > 0 ? [['not looked at:', ...reasons].join('\n')] : []),
  ].join('\n\n');
}

const formatEnvironment = (status: EnvironmentStatus, now: Date): string =>
  [
    styleText('bold', status.environment) + `: ${formatKept(status)}; ${formatFindings(status)}`,
    ...(status.recoveries.length > 0 ? formatServices(status, now) : []),
    ...status.notBackedUp.map(({ service, reason }) => `${service} is not backed up: ${reason}`),
    `newest backup: ${formatBackups(status)}`,
    `next (UTC): ${formatNext(status)}`,
  ].join('\n');

const formatServices = (status: EnvironmentStatus, now: Date): string[] => [
  ...formatObjectives(status),
  ...formatOthers(status),
  ...formatMeasured(status),
  formatRests(status, now),
];

function formatKept({ recoveries }: EnvironmentStatus): string {
  if (recoveries.length === 0) return 'declares no service of its own';
  const isGiven = recoveries.filter(({ verdict }) => verdict === 'unprotected').length;
  const waived = recoveries.filter((one) => one.waived).length;
  const held = recoveries.filter(isKept).length - isGiven - waived;
  return [
    `${held} of ${recoveries.length} proofs hold`,
    ...(waived > 0 ? [`${waived} waived`] : []),
    ...(isGiven > 0 ? [`${isGiven} unprotected`] : []),
    ...(held + waived + isGiven < recoveries.length
      ? [`${recoveries.length - held - waived - isGiven} not held`]
      : []),
  ].join(', ');
}

function formatFindings({ findings }: EnvironmentStatus): string {
  if ('unknown' in findings) return 'findings unknown';
  const { stop, waived, others } = findings.value;
  return `findings: ${stop} stop a merge, ${waived} waived, ${others} others`;
}

/** What is not proved in full: the table has one disaster of each service alone. */
function formatOthers({ recoveries }: EnvironmentStatus): string[] {
  const others = recoveries.filter(({ verdict }) => verdict !== 'proved');
  return groupRecoveries(others).map(({ services, disasters, all: [{ verdict, waived }] }) => {
    const how = waived ? `${verdict}, waived` : verdict;
    return `${how}: ${services.join(', ')} in ${disasters.join(', ')}`;
  });
}

/** Of the recovery whose proof rests on drills least. */
function formatRests({ recoveries }: EnvironmentStatus, now: Date): string {
  const counts = recoveries.flatMap(({ verdict, measured }) =>
    verdict === 'unprotected' ? [] : [measured],
  );
  const [least] = counts.toSorted((a, b) => share(a) - share(b));
  const since = counts.flatMap((one) => one.since ?? []).toSorted()[0];
  const oldest =
    since === undefined
      ? ''
      : `, the oldest ${formatAge((now.getTime() - Date.parse(since)) / 1000)} ago`;
  return `times behind an RTO that drills measured: at least ${least?.count ?? 0} of ${least?.of ?? 0}${oldest}`;
}

const share = ({ count, of }: Measured): number => count / Math.max(of, 1);

function formatBackups({ backups }: EnvironmentStatus): string {
  if (isUnknown(backups)) return 'unknown';
  return backups.value
    .map(({ service, backup, ageSeconds }) =>
      backup === null ? `${service} none` : `${service} ${backup} (${formatAge(ageSeconds ?? 0)})`,
    )
    .join(', ');
}

const isUnknown = <Value>(known: Known<Value>): known is { readonly unknown: string } =>
  'unknown' in known;

const formatNext = ({ next }: EnvironmentStatus): string =>
  next.length === 0
    ? 'nothing'
    : next
        .map(({ kind, name, at }) => {
          const moment = at.slice(0, 16).replace('T', ' ');
          return `${kind === 'drill' ? 'drill ' : ''}${name} ${moment}`;
        })
        .join(', ');
