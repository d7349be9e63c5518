import type { Diff, PlacedDiff, PlacedStatement } from './diff-flags.ts';
import { codeOf, escapeMarkdown } from './escape-markdown.ts';
import { lossesOf, placeLine, type Section, sectionsOf, usdWords } from './sections.ts';
import { summaryOf } from './summary.ts';

/** By it a pipeline finds its own comment again, and writes it anew. */
const marker = '<!-- resilience-diff -->';

/** More than these are folded, so that the comment fits one screen. */
const shownWeaker = 8;

/** For the comment of a pull request. */
export const formatMarkdown = (diff: Diff): string =>
  [
    marker,
    `### Resilience: ${escapeMarkdown(summaryOf(diff))}`,
    ...weaker(diff),
    ...losses(diff),
    ...table(diff),
    ...diff.environments.flatMap(details),
    ...diff.notices.map((one) => `> ${escapeMarkdown(one)}`),
  ].join('\n\n');

function weaker({ organisation, environments }: Diff): string[] {
  const lines = [
    ...organisation.flatMap((one) => weakerLine('organisation', one)),
    ...environments.flatMap(({ environment, statements }) =>
      statements.flatMap((one) => weakerLine(environment, one)),
    ),
  ];
  if (lines.length === 0) return [];
  const rest = lines.slice(shownWeaker);
  return [
    `**Weaker**`,
    lines.slice(0, shownWeaker).join('\n'),
    ...(rest.length > 0 ? [folded(`${rest.length} more that are weaker`, rest)] : []),
  ];
}

function weakerLine(of: string, { direction, text, places }: PlacedStatement): string[] {
  if (direction !== 'weaker') return [];
  const [place] = places;
  const where = place ? ` ${codeOf(placeLine(place))}` : '';
  const others = places.length > 1 ? ` and ${places.length - 1} more` : '';
  return [`- **${escapeMarkdown(of)}**: ${escapeMarkdown(text)}${where}${others}`];
}

function losses({ environments }: Diff): string[] {
  const lines = environments.flatMap((one) =>
    lossesOf(one).map(
      (line) => `- **${escapeMarkdown(one.environment)}**: ${escapeMarkdown(line)}`,
    ),
  );
  return lines.length > 0 ? ['**Destroyed or replaced**', lines.join('\n')] : [];
}

const head = ['Environment', 'Weaker', 'Objectives', 'Findings', 'AWS', 'Cluster', 'Month 24'];

const table = ({ environments }: Diff): string[] =>
  environments.length === 0
    ? []
    : [
        [head, head.map(() => '---'), ...environments.map(row)]
          .map((cells) => `| ${cells.join(' | ')} |`)
          .join('\n'),
      ];

const row = ({ environment, change, ...diff }: PlacedDiff): string[] => [
  `${escapeMarkdown(environment)}${change === 'changed' ? '' : ` (${change})`}`,
  countWords(diff.statements.filter(({ direction }) => direction === 'weaker')),
  countWords(diff.proofs),
  countWords(diff.findings),
  countWords([...diff.stacks, ...diff.aws]),
  countWords(diff.cluster),
  diff.cost ? `${usdWords(diff.cost.before?.[2])} → ${usdWords(diff.cost.after?.[2])}` : 'same',
];

const countWords = ({ length }: readonly unknown[]): string =>
  length === 0 ? 'same' : String(length);

const details = (diff: PlacedDiff): string[] =>
  sectionsOf(diff).map(({ title, lines }: Section) =>
    folded(
      `${diff.environment}: ${title.toLowerCase().replace('aws', 'AWS')} (${lines.length})`,
      lines.map((line) => `- ${escapeMarkdown(line)}`),
    ),
  );

const folded = (summary: string, lines: readonly string[]): string =>
  `<details><summary>${escapeMarkdown(summary)}</summary>\n\n${lines.join('\n')}\n\n</details>`;
