import { styleText } from 'node:util';

import { formatDuration } from '@resilience/config/duration';

import { formatAge } from '../format-age.ts';
import { formatTable } from '../format-table.ts';
import type { EnvironmentStatus, Known } from './environment-status.ts';
import { groupRecoveries, type Recoveries } from './group-recoveries.ts';
import { isKept, type Measured } from './recoveries.ts';

/** A paragraph for each environment; what could not be looked at stands below all, each reason once. */
export function formatStatus(all: readonly EnvironmentStatus[], now: Date): string {
  const unknown = all.flatMap(({ environment, backups, findings }) =>
    [backups, findings].flatMap((one) =>
      'unknown' in one ? [{ environment, why: one.unknown }] : [],
    ),
  );
  const reasons = [...Map.groupBy(unknown, ({ why }) => why)].map(
    ([why, of]) => `${of.map(({ environment }) => environment).join(', ')}: ${why}`,
  );
  return [
    ...all.map((one) => formatEnvironment(one, now)),
    ...(reasons.length > 0 ? [['not looked at:', ...reasons].join('\n')] : []),
  ].join('\n\n');
}

const formatEnvironment = (status: EnvironmentStatus, now: Date): string =>
  [
    styleText('bold', status.environment) + `: ${formatKept(status)}; ${formatFindings(status)}`,
    ...(status.recoveries.length > 0 ? formatRecoveries(status, now) : []),
    ...status.notBackedUp.map(({ service, reason }) => `${service} is not backed up: ${reason}`),
    `newest backup: ${formatBackups(status)}`,
    `next (UTC): ${formatNext(status)}`,
  ].join('\n');

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

const head = [
  'services',
  'disasters',
  'RPO: may',
  'at most',
  'RTO: may',
  'at most',
  'measured',
  'verdict',
];

const formatRecoveries = ({ recoveries }: EnvironmentStatus, now: Date): string[] =>
  formatTable([head, ...groupRecoveries(recoveries).map((row) => formatRow(row, now))]);

function formatRow({ services, disasters, all }: Recoveries, now: Date): string[] {
  const [{ verdict, waived, rpo, rto }] = all;
  return [
    services.join(', '),
    disasters.join(', '),
    rpo ? formatDuration({ seconds: rpo.declared }) : 'all',
    rpo
      ? formatMost(
          all.map((one) => one.rpo?.proved ?? null),
          'everything',
        )
      : 'all',
    rto ? formatDuration({ seconds: rto.declared }) : 'never',
    rto
      ? formatMost(
          all.map((one) => one.rto?.proved ?? null),
          'unknown',
        )
      : 'never',
    verdict === 'unprotected' ? '-' : formatMeasured(all, now),
    waived ? `${verdict}, waived` : verdict,
  ];
}

function formatMost(seconds: readonly (number | null)[], without: string): string {
  const known = seconds.filter((one) => one !== null);
  return known.length < seconds.length ? without : formatDuration({ seconds: Math.max(...known) });
}

/** Of the row whose proofs rest on drills least. */
function formatMeasured(all: Recoveries['all'], now: Date): string {
  const counts = all.map(({ measured }) => measured);
  const least = counts.toSorted((a, b) => share(a) - share(b))[0];
  const since = counts.flatMap((one) => one.since ?? []).toSorted()[0];
  const parts = `${least?.count ?? 0} of ${least?.of ?? 0}`;
  if (since === undefined) return parts;
  return `${parts}, ${formatAge((now.getTime() - Date.parse(since)) / 1000)} ago`;
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
