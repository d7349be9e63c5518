import { days, usd } from '@resilience/config';

import type { Answers } from './answers.ts';
import { type Marks, noMarks } from './from-audit/marks.ts';
import { permittedToGiveUp } from './given-up.ts';
import { sourceOf } from './source-of.ts';

/** `environments/policy.ts`: what no environment may go below. */
export const policySource = (answers: Answers, marks: Marks = noMarks): string =>
  sourceOf({
    imports: [
      "import type { OrganisationPolicyInput } from '@resilience/policy/organisation-policy';",
    ],
    body: (print) => `
/** What no environment may go below; have changes of it reviewed by those who answer for it. */
export const policy = {
  /** How long the longest-lived copy of each class of data is kept. */
  retention: ${print(retention)},
  /** Classes of data of which a copy has to be in another region. */
  replicated: ${print(hasDr(answers) ? ['critical'] : [])},
  accessLogs: ${print({ minimum: days(30) })},
  evidence: ${print({ minimum: days(365) })},
  encryption: ${print({ keyRotationAtMost: days(365), keyDeletionWindowAtLeast: days(7) })},
  ${givenUpFor(permittedToGiveUp(answers, marks), print)}
  /** Where data may be. */
  regions: ${print([answers.region, ...(hasDr(answers) ? [answers.drRegion] : [])])},
  /** A month, of each environment. */
  budgetAtMost: ${print(usd(Math.max(answers.monthlyBudget, 500)))},
} satisfies OrganisationPolicyInput;
`,
  });

/** Left out where nothing is given up. */
function givenUpFor(
  permitted: Readonly<Record<string, readonly string[]>>,
  print: (value: unknown) => string,
): string {
  if (Object.keys(permitted).length === 0) return '';
  return `/** Disasters that services of these classes need not survive: shorten it as soon as you can. */
  unprotected: ${print(permitted)},`;
}

const retention = {
  critical: { minimum: days(365), maximum: days(400) },
  important: { minimum: days(90), maximum: days(400) },
  standard: { minimum: days(30), maximum: days(400) },
};

export const hasDr = ({ drRegion }: Answers): boolean => drRegion !== 'none';
