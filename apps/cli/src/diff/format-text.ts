import { styleText } from 'node:util';

import type { Diff, PlacedDiff } from './diff-flags.ts';
import { lossesOf, placeLine, type Section, sectionsOf, weakerIn } from './sections.ts';
import { summaryOf } from './summary.ts';

/** For a person at a terminal: what is weaker, and what is lost, comes first. */
export const formatText = (diff: Diff): string =>
  [
    summaryOf(diff),
    block('Weaker', weakerLines(diff)),
    block('Destroyed, replaced or left behind', lossLines(diff)),
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

const weakerLines = (diff: Diff): string[] =>
  weakerIn(diff).flatMap(({ of, text, places }) => [
    styleText('red', `  ${of.join(', ')}: ${text}`),
    ...places.map((place) => styleText('dim', `      ${placeLine(place)}`)),
  ]);

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
