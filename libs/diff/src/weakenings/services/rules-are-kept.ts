import { declared, said } from '../../guard.ts';

export const rulesAreKept = declared({
  id: 'services/rules-are-kept',
  absence: 'strongest',
  guards: ({ waivers }) =>
    waivers.map(({ rule, subject, reason, owner, expires }) => ({
      path: 'waivers',
      id: `${rule} ${subject}`,
      subject,
      case: rule,
      strength: -Date.parse(expires),
      value: `until ${expires}, by ${owner}: ${reason}`,
    })),
  sentence: (one) =>
    said(one, {
      gone: () => `${one.cases} is no longer waived for ${one.names}.`,
      come: (after) => `${one.cases} is waived for ${one.names} ${after}`,
      changed: (after, before) =>
        `${one.cases} is waived for ${one.names} ${after} (before: ${before.split(': ')[0]})`,
    }),
});
