import type { Verdict } from '@resilience/policy/check';
import { isExpired, type Waiver } from '@resilience/policy/waiver';

import type { Found } from './reported.ts';

/**
 * Waivers that are over, and those that excuse nothing.
 *
 * @param breached objectives that are not held, which the proof judges before anything is rendered
 */
export const ofWaivers = (
  waivers: readonly Waiver[],
  { environment, findings }: Verdict,
  today: string,
  breached: ReadonlySet<string> = new Set(),
): Found[] =>
  waivers.flatMap((waiver, index) => {
    const told = {
      subject: `${waiver.rule} for ${waiver.subject}`,
      received: waiver.expires,
      source: 'docs/reference/policies.md',
      file: `environments/${environment}/config.ts`,
      line: 1,
      declaredAt: `waivers[${index}]`,
      waivedBy: undefined,
    };
    if (isExpired(waiver, today)) {
      return {
        ...told,
        rule: 'waivers/are-in-force',
        severity: 'error' as const,
        message: 'is over',
        expected: `${today} or later: mend it, or have it renewed by ${waiver.owner}`,
        why: 'A waiver without an end is a rule that was abolished.',
        stops: true,
      };
    }
    const used =
      breached.has(`${waiver.rule} ${waiver.subject}`) ||
      findings.some((one) => one.waiver === waiver);
    if (used) return [];
    return {
      ...told,
      rule: 'waivers/excuse-something',
      severity: 'warning' as const,
      message: 'excuses nothing',
      expected: 'a finding of its rule and subject: remove it',
      why: 'A waiver that is left behind excuses the next mistake.',
      stops: false,
    };
  });
