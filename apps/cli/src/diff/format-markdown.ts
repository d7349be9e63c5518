import type { Diff, PlacedDiff } from './diff-flags.ts';
import { codeOf, escapeMarkdown } from './escape-markdown.ts';
import {
  lossesOf,
  placeLine,
  type Section,
  sectionsOf,
  type Shared,
  usdWords,
  weakerIn,
} from './sections.ts';
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

function weaker(diff: Diff): string[] {
  const lines = weakerIn(diff).map(weakerLine);
  if (lines.length === 0) return [];
  const rest = lines.slice(shownWeaker);
  return [
    '**Weaker**',
    lines.slice(0, shownWeaker).join('\n'),
    ...(rest.length > 0 ? [folded(`${rest.length} more that are weaker`, rest)] : []),
  ];
}

function weakerLine({ of, text, places: [place, ...others] }: Shared): string {
  const where = place ? ` ${codeOf(placeLine(place))}` : '';
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return `- **${escapeMarkdown(of.join(', '))}**: ${escapeMarkdown(text)}${where}${more}`;
}

function losses({ environments }: Diff): string[] {
  const lines = environments.flatMap((one) =>
    lossesOf(one).map(
      (line) => `- **${escapeMarkdown(one.environment)}**: ${escapeMarkdown(line)}`,
    ),
  );
  return lines.length > 0 ? ['**Destroyed, replaced or left behind**', lines.join('\n')] : [];
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
