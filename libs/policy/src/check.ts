import type { OrganisationPolicy } from './organisation-policy.ts';
import { type Rendered, type RenderedObject, subjectOf } from './rendered.ts';
import type { Declared, Rule, Severity, Violation } from './rule.ts';
import { rules } from './rules/index.ts';
import { type Waiver, waiverFor } from './waiver.ts';

export interface Finding extends Violation {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly object: RenderedObject;
  readonly subject: string;
  /** The waiver that is in force for it. */
  readonly waiver: Waiver | undefined;
}

/** What became of an environment. */
export interface Verdict {
  readonly environment: string;
  readonly findings: readonly Finding[];
  /** How many objects each rule was applied to, by the rule's id; a rule that does not apply has none. */
  readonly applied: ReadonlyMap<string, number>;
}

export interface Terms {
  readonly policy: OrganisationPolicy;
  readonly declaration: Declared;
  readonly waivers: readonly Waiver[];
  /** `YYYY-MM-DD`: waivers are in force up to and on the day that they expire. */
  readonly today: string;
}

/** Applies every rule to everything that is rendered for an environment. */
export function check(rendered: Rendered, { policy, declaration, waivers, today }: Terms): Verdict {
  const applied = new Map<string, number>();
  const findings: Finding[] = [];
  for (const rule of rules) {
    const objects = rule.appliesTo(rendered);
    if (objects.length > 0) applied.set(rule.id, objects.length);
    for (const object of objects) {
      const subject = subjectOf(object);
      const waiver = waiverFor(waivers, { rule: rule.id, subject, today });
      for (const violation of rule.judge({ object, rendered, policy, declaration })) {
        findings.push({ ...violation, rule, severity: rule.severity, object, subject, waiver });
      }
    }
  }
  return { environment: rendered.environment, findings, applied };
}

/** Whether a finding stands in the way. */
export const blocks = ({ severity, waiver }: Finding): boolean =>
  severity === 'error' && waiver === undefined;
