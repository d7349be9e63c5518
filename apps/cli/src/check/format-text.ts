import { styleText } from 'node:util';

import { formatPlace } from './format-place.ts';
import type { Reported, Result } from './reported.ts';

/** Findings for people, environment by environment. */
export const formatText = (results: readonly Result[]): string =>
  results.map(formatResult).join('\n\n');

function formatResult({ environment, applied, findings }: Result): string {
  const count = findings.filter(({ stops }) => stops).length;
  const waived = findings.filter(({ waivedBy }) => waivedBy !== undefined).length;
  const head = `${environment}: ${applied} rules apply, ${count} ${count === 1 ? 'finding' : 'findings'}, ${waived} waived`;
  return [styleText('bold', head), ...findings.map(formatFinding)].join('\n');
}

/** More places than these hide the findings that follow. */
const shownPlaces = 3;

function formatFinding(finding: Reported): string {
  const [, ...others] = finding.places;
  const { length } = others;
  const also =
    length === 0 ? '' : `, here and in ${length} other ${length === 1 ? 'place' : 'places'}`;
  const more = length > shownPlaces ? [`and ${length - shownPlaces} more`] : [];
  const places = [...others.slice(0, shownPlaces).map(formatPlace), ...more];
  return [
    `${finding.severity} ${finding.rule}: ${finding.subject} ${finding.message}${also}${waiver(finding)}`,
    `    at        ${formatPlace(finding)}`,
    ...places.map((place) => `              ${place}`),
    `    from      ${formatDeclared(finding)}`,
    `    expected  ${finding.expected}`,
    `    received  ${finding.received}`,
    `    why       ${finding.why} ${finding.source}`,
  ].join('\n');
}

/** `environments/organisation.ts:12:5 › tiers.important.schedules.daily` */
const formatDeclared = ({ declared, declaredAt }: Reported): string =>
  declared ? `${formatPlace(declared)} › ${declaredAt}` : declaredAt;

const waiver = ({ waivedBy }: Reported): string =>
  waivedBy === undefined ? '' : ` (waived by ${waivedBy})`;
