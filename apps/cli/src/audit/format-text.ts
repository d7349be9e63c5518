import type {
  AuditedSchedule,
  AuditFinding,
  AuditResult,
  NewestBackup,
} from '@resilience/audit/result';
import { formatDuration } from '@resilience/config/duration';
import { scenarios } from '@resilience/config/scenario';

import { formatTable } from '../format-table.ts';
import { terminalWidth } from '../terminal-width.ts';
import { wrapLines } from '../wrap-line.ts';
import { alike, formatOutcome, formatReason } from './format-outcome.ts';
import { nothingFound, summaryOf } from './summary.ts';

/** For a person: what is worst first, then all that it follows from. */
export function formatText(result: AuditResult): string {
  const lines = result.found
    ? [
        ...summaryOf(result),
        '',
        ...section('Findings', result.findings.flatMap(formatFinding)),
        ...section('Schedules', scheduleTable(result.schedules)),
        ...section('Locations', locationTable(result)),
        ...section('Newest backups', newestTable(result.newest)),
        ...section('Volumes', volumeTable(result)),
        ...section(
          'What each disaster costs, at the worst (the time that a backup takes comes on top)',
          lossTable(result),
        ),
        ...section('Why', result.namespaces.flatMap(whyLines)),
      ]
    : [nothingFound, ''];
  const left = section('Not read', notReadLines(result));
  return wrapLines([...lines, ...left].join('\n').trimEnd(), terminalWidth());
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`.trimEnd()), ''];

const formatFinding = ({
  rule,
  severity,
  subject,
  message,
  expected,
  received,
  file,
  line,
  why,
  source,
}: AuditFinding): string[] => [
  `${severity === 'error' ? 'error  ' : 'warning'}  ${subject} ${message}`,
  `    at        ${file}:${line}`,
  `    expected  ${expected}`,
  `    received  ${received}`,
  `    why       ${why}`,
  `    rule      ${rule}, ${source}`,
];

const room = (): number => terminalWidth() - 2;

function scheduleTable(schedules: readonly AuditedSchedule[]): string[] {
  if (schedules.length === 0) return [];
  const rows = schedules.map((one) => [
    one.name,
    one.schedule,
    one.paused ? 'paused' : gapOf(one.gap),
    `${formatDuration({ seconds: Math.floor(one.ttl) })}${one.ttlIsWritten ? '' : ' (default)'}`,
    one.location ?? 'none',
    methodsOf(one),
    one.namespaces.join(', ') || 'none that is known',
  ]);
  return formatTable(
    [['name', 'cron', 'longest gap', 'kept', 'to', 'volumes', 'namespaces'], ...rows],
    room(),
  );
}

const gapOf = (gap: number | undefined): string =>
  gap === undefined ? 'unknown' : formatDuration({ seconds: Math.floor(gap) });

const methodsOf = ({ methods }: AuditedSchedule): string =>
  Object.entries(methods)
    .map(([method, count]) => `${count} ${method}`)
    .join(', ') || '-';

const locationTable = ({ locations }: AuditResult): string[] =>
  locations.length === 0
    ? []
    : formatTable(
        [
          ['name', 'provider', 'bucket', 'region', 'key', ''],
          ...locations.map(
            ({ name, provider, bucket, prefix, region, kmsKeyId, s3Url, readOnly, isDefault }) => [
              name,
              provider ?? '-',
              [bucket ?? '-', prefix].filter(Boolean).join('/'),
              region ?? '-',
              kmsKeyId ?? '-',
              [isDefault ? 'default' : '', readOnly ? 'read only' : '', s3Url ?? '']
                .filter(Boolean)
                .join(', '),
            ],
          ),
        ],
        room(),
      );

const newestTable = (newest: readonly NewestBackup[]): string[] =>
  newest.length === 0
    ? []
    : formatTable(
        [
          ['schedule', 'newest completed', 'age', 'took', 'phases'],
          ...newest.map(({ schedule, name, age, duration, phases }) => [
            schedule,
            name ?? 'none',
            gapOf(age).replace('unknown', '-'),
            gapOf(duration).replace('unknown', '-'),
            Object.entries(phases)
              .map(([phase, count]) => `${count} ${phase}`)
              .join(', ') || 'no backups',
          ]),
        ],
        room(),
      );

function volumeTable({ namespaces }: AuditResult): string[] {
  const rows = namespaces.flatMap(({ name, volumes }) =>
    volumes.map((volume) => [
      `${name}/${volume.name}`,
      volume.storageClass ?? '-',
      volume.copies.map(({ schedule, method }) => `${method} by ${schedule}`).join(', ') ||
        (volume.notCopied.length > 0 ? 'none' : 'unknown'),
      [...volume.notCopied, ...volume.assumes.map((one) => `takes for granted: ${one}`)].join('; '),
    ]),
  );
  return rows.length === 0 ? [] : formatTable([['volume', 'class', 'copies', ''], ...rows], room());
}

function lossTable({ namespaces }: AuditResult): string[] {
  if (namespaces.length === 0) return [];
  const rows = namespaces.map(({ name, disasters }) => [
    name,
    ...scenarios.map((one) => formatOutcome(disasters[one])),
  ]);
  return formatTable([['namespace', ...scenarios], ...rows], room());
}

const whyLines = (namespace: AuditResult['namespaces'][number]): string[] => [
  namespace.name,
  ...alike(namespace).map(
    ({ scenarios: names, outcome }) =>
      `  ${names.join(', ')}: ${formatOutcome(outcome)}: ${formatReason(outcome)}`,
  ),
];

const notReadLines = ({ notRead }: AuditResult): string[] =>
  notRead.map(({ file, line, why }) => `${file}:${line} ${why}`);
