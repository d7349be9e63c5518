import { styleText } from 'node:util';

import type { Reported, Result } from './reported.ts';

/** Findings for people, environment by environment. */
export const formatText = (results: readonly Result[]): string =>
  results.map(formatResult).join('\n\n');

function formatResult({ environment, applied, findings }: Result): string {
  const count = findings.filter(({ stops }) => stops).length;
  const waived = findings.filter(({ waivedBy }) => waivedBy !== undefined).length;
  const head = `${environment}: ${applied} rules apply, ${count} ${count === 1 ? 'finding' : 'findings'}, ${waived} waived`;
  const causes = Map.groupBy(findings, causeOf);
  return [styleText('bold', head), ...[...causes.values()].flatMap(formatCause)].join('\n');
}

/** What one rule finds for one reason, wherever it does. */
const causeOf = ({ rule, message, expected, received, declaredAt, waivedBy }: Reported): string =>
  [rule, message, expected, received, declaredAt, waivedBy].join('\n');

/** More places than these hide the findings that follow. */
const shownPlaces = 3;

function formatCause([finding, ...others]: readonly Reported[]): string[] {
  if (!finding) return [];
  const { length } = others;
  const also =
    length === 0 ? '' : `, here and in ${length} other ${length === 1 ? 'place' : 'places'}`;
  const places = others.slice(0, shownPlaces).map(placeOf);
  const more = length > shownPlaces ? [`and ${length - shownPlaces} more`] : [];
  return [formatFinding(finding, also, [...places, ...more])];
}

const placeOf = ({ file, line }: Reported): string => `${file}:${line}`;

const formatFinding = (finding: Reported, also: string, places: readonly string[]): string =>
  [
    `${finding.severity} ${finding.rule}: ${finding.subject} ${finding.message}${also}${waiver(finding)}`,
    `    at        ${placeOf(finding)}`,
    ...places.map((place) => `              ${place}`),
    `    from      ${finding.declaredAt}`,
    `    expected  ${finding.expected}`,
    `    received  ${finding.received}`,
    `    why       ${finding.why} ${finding.source}`,
  ].join('\n');

const waiver = ({ waivedBy }: Reported): string =>
  waivedBy === undefined ? '' : ` (waived by ${waivedBy})`;
