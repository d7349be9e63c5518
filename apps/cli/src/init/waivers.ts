import type { Answers } from './answers.ts';
import { asFound } from './from-audit/kept.ts';
import type { Marks } from './from-audit/marks.ts';
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
      expires: expiryAfter(today),
    },
  ];
}

/** What was found breaks these rules, and is kept as it is until the waivers end. */
export const waiversOfFound = ({ teams }: Answers, today: string, { breaches }: Marks): object[] =>
  breaches.map(({ rule, subject, why }) => ({
    rule,
    subject,
    reason: asFound(why),
    owner: teams[0],
    expires: expiryAfter(today),
  }));

const expiryAfter = (today: string): string =>
  new Date(Date.parse(today) + 90 * day).toISOString().slice(0, 10);
