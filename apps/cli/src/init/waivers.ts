import type { Answers } from './answers.ts';
import { unpriced } from './unpriced.ts';

const day = 86_400_000;

/** What cannot be kept until somebody has looked up what the regions cost. */
export function waiversOf(answers: Answers, today: string): object[] {
  const regions = unpriced(answers);
  if (regions.length === 0) return [];
  return [
    {
      rule: 'cost/budget-is-watched',
      subject: 'aws_budgets_budget/backup-storage/budget_monthly',
      reason: `Nobody has looked up the prices of ${regions.join(' and ')} yet.`,
      owner: answers.teams[0],
      expires: new Date(Date.parse(today) + 90 * day).toISOString().slice(0, 10),
    },
  ];
}
