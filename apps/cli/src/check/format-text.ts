import { styleText } from 'node:util';

import { terminalWidth } from '../terminal-width.ts';
import { wrapLines } from '../wrap-line.ts';
import type { Reported, Result } from './reported.ts';

/** Findings for people, environment by environment. */
export const formatText = (results: readonly Result[]): string =>
  `${wrapLines(results.map(formatResult).join('\n\n'), terminalWidth())}\n`;

function formatResult({ environment, applied, findings }: Result): string {
  const count = findings.filter(({ stops }) => stops).length;
  const waived = findings.filter(({ waivedBy }) => waivedBy !== undefined).length;
  const head = `${environment}: ${applied} rules apply, ${count} ${count === 1 ? 'finding' : 'findings'}, ${waived} waived`;
  return [styleText('bold', head), ...findings.map(formatFinding)].join('\n');
}

const formatFinding = (finding: Reported): string =>
  [
    `${finding.severity} ${finding.rule}: ${finding.subject} ${finding.message}${waiver(finding)}`,
    `    at        ${finding.file}:${finding.line}`,
    `    from      ${finding.declaredAt}`,
    `    expected  ${finding.expected}`,
    `    received  ${finding.received}`,
    `    why       ${finding.why} ${finding.source}`,
  ].join('\n');

const waiver = ({ waivedBy }: Reported): string =>
  waivedBy === undefined ? '' : ` (waived by ${waivedBy})`;
