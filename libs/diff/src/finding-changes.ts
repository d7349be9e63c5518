import type { Finding } from '@resilience/policy/check';

import type { Revision } from './revision.ts';

/** A finding of the policies, and what became of it. */
export interface FindingChange {
  readonly change: 'new' | 'fixed' | 'waived' | 'no longer waived';
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly subject: string;
  readonly message: string;
}

/** Findings that one of the revisions has alone, or that are waived in one of them alone. */
export function findingChanges(
  before: Revision | undefined,
  after: Revision | undefined,
): FindingChange[] {
  const [was, is] = [findingsOf(before), findingsOf(after)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    const change = changeOf(old, now);
    const finding = now ?? old;
    if (!change || !finding) return [];
    const { rule, severity, subject, message } = finding;
    return [{ change, rule: rule.id, severity, subject, message }];
  });
}

const findingsOf = (revision: Revision | undefined): Map<string, Finding> =>
  new Map(
    (revision?.findings ?? []).map((one) => [
      `${one.rule.id}\n${one.subject}\n${one.message}\n${one.at.join('.')}`,
      one,
    ]),
  );

function changeOf(
  old: Finding | undefined,
  now: Finding | undefined,
): FindingChange['change'] | undefined {
  if (!now) return old?.waiver ? undefined : 'fixed';
  if (now.waiver) return old?.waiver ? undefined : 'waived';
  if (!old) return 'new';
  return old.waiver ? 'no longer waived' : undefined;
}
