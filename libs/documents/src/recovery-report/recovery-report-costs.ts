import { markdownTable } from '@resilience/render/markdown-file';

import { costWords, paidParts } from '../words/cost-words.ts';
import { formatUsd } from '../words/format-usd.ts';
import type { Reported } from './recovery-report-subject.ts';

/** Counted from 1. */
const shown = [1, 2, 3, 6, 9, 12, 18, 24];

/** A row for each part of the bill, so that a change shows what it changes the price of. */
export function costs({ environment: { name }, bill }: Reported): string[] {
  if (!bill) return [];
  const row = (words: string, months: readonly number[]): string[] => [
    words,
    ...shown.map((month) => formatUsd(months[month - 1] ?? 0)),
  ];
  return [
    '## What the backups cost',
    'US dollars in each month, counted from an empty bucket.',
    markdownTable([
      ['Month', ...shown.map(String)],
      ...paidParts(bill.parts).map((part) => row(costWords[part.name], part.months)),
      row('All of it', bill.total),
    ]),
    `\`npm run resilience -- cost --env ${name} --format svg\` draws every month.`,
  ];
}
