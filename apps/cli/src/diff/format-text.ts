import { styleText } from 'node:util';

import type { Diff, PlacedDiff, PlacedStatement } from './diff-flags.ts';
import { lossesOf, placeLine, type Section, sectionsOf } from './sections.ts';
import { summaryOf } from './summary.ts';

/** For a person at a terminal: what is weaker, and what is lost, comes first. */
export const formatText = (diff: Diff): string =>
  [
    summaryOf(diff),
    block('Weaker', weakerLines(diff)),
    block('Destroyed or replaced', lossLines(diff)),
    ...diff.environments.map(environmentBlock),
    block(
      'The comparison does without',
      diff.notices.map((one) => `  ${one}`),
    ),
    ...(diff.unchanged.length > 0 ? [`unchanged: ${diff.unchanged.join(', ')}`] : []),
  ]
    .filter((part) => part !== '')
    .join('\n\n');

const block = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [styleText('bold', title), ...lines].join('\n');

const weakerLines = ({ organisation, environments }: Diff): string[] => [
  ...organisation.flatMap((one) => weakerLine('organisation', one)),
  ...environments.flatMap(({ environment, statements }) =>
    statements.flatMap((one) => weakerLine(environment, one)),
  ),
];

function weakerLine(of: string, { direction, text, places }: PlacedStatement): string[] {
  if (direction !== 'weaker') return [];
  return [
    styleText('red', `  ${of}: ${text}`),
    ...places.map((place) => styleText('dim', `      ${placeLine(place)}`)),
  ];
}

const lossLines = ({ environments }: Diff): string[] =>
  environments.flatMap((one) =>
    lossesOf(one).map((line) => styleText('red', `  ${one.environment}: ${line}`)),
  );

function environmentBlock(diff: PlacedDiff): string {
  const sections = sectionsOf(diff);
  return sections.length === 0
    ? ''
    : [
        styleText('bold', `${diff.environment} (${diff.change})`),
        ...sections.flatMap(sectionLines),
      ].join('\n');
}

const sectionLines = ({ title, lines }: Section): string[] => [
  `  ${title}`,
  ...lines.map((line) => `    ${line}`),
];
