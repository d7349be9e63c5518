import type { AuditResult } from '@resilience/audit/result';
import { formatDuration } from '@resilience/config/duration';
import { scenarios } from '@resilience/config/scenario';

import { alike, formatOutcome, formatReason } from './format-outcome.ts';
import { nothingFound, summaryOf } from './summary.ts';

/** For a pull request or a wiki. */
export function formatMarkdown(result: AuditResult): string {
  const [first = '', ...others] = result.found ? summaryOf(result) : [nothingFound];
  return [
    '# Audit of Velero',
    '',
    first,
    '',
    ...others.map((line) => `- ${escaped(line.trim())}`),
    '',
    ...findings(result),
    ...schedules(result),
    ...losses(result),
    ...reasons(result),
    ...notRead(result),
  ]
    .join('\n')
    .trimEnd();
}

const escaped = (text: string): string =>
  text.replaceAll(/[|<>]/g, String.raw`\$&`).replaceAll('\n', ' ');

const row = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [row(head), row(head.map(() => '---')), ...rows.map(row), ''];
}

const section = (title: string, lines: readonly string[], isEmpty: boolean): string[] =>
  isEmpty ? [] : [`## ${title}`, '', ...lines];

const findings = ({ findings: all }: AuditResult): string[] =>
  section(
    'Findings',
    table(
      ['severity', 'what', 'expected', 'received', 'where', 'rule', 'why'],
      all.map(
        ({ severity, subject, message, expected, received, file, line, rule, source, why }) => [
          severity,
          `${subject} ${message}`,
          expected,
          received,
          `${file}:${line}`,
          `[${rule}](${source})`,
          why,
        ],
      ),
    ),
    all.length === 0,
  );

const schedules = ({ schedules: all }: AuditResult): string[] =>
  section(
    'Schedules',
    table(
      ['schedule', 'cron', 'longest gap', 'kept', 'location', 'namespaces'],
      all.map(({ name, schedule, gap, paused, ttl, location, namespaces }) => [
        name,
        schedule,
        paused
          ? 'paused'
          : gap === undefined
            ? 'unknown'
            : formatDuration({ seconds: Math.floor(gap) }),
        formatDuration({ seconds: Math.floor(ttl) }),
        location ?? 'none',
        namespaces.join(', '),
      ]),
    ),
    all.length === 0,
  );

const losses = ({ namespaces }: AuditResult): string[] =>
  section(
    'What each disaster costs, at the worst',
    table(
      ['namespace', ...scenarios],
      namespaces.map(({ name, disasters }) => [
        name,
        ...scenarios.map((one) => formatOutcome(disasters[one])),
      ]),
    ),
    namespaces.length === 0,
  );

const reasons = ({ namespaces }: AuditResult): string[] =>
  section(
    'Why',
    namespaces.flatMap((namespace) => [
      `### ${namespace.name}`,
      '',
      ...alike(namespace).map(
        ({ scenarios: names, outcome }) =>
          `- ${names.join(', ')}: **${formatOutcome(outcome)}**: ${escaped(formatReason(outcome))}`,
      ),
      '',
    ]),
    namespaces.length === 0,
  );

const notRead = ({ notRead: all }: AuditResult): string[] =>
  section(
    'Not read',
    all.map(({ file, line, why }) => `- \`${file}:${line}\` ${escaped(why)}`),
    all.length === 0,
  );
