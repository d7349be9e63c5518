import type { Environment } from '@resilience/config/environment';
import { writtenAt } from '@resilience/config/source';
import type { Finding } from '@resilience/policy/check';

/**
 * Where the cause of a finding is written: a place in the declaration, such as
 * `tiers.important.schedules.daily.cron`, or a path in the source of the program.
 */
export function declaredAt(
  { sources }: Pick<Environment, 'sources'>,
  { rule, object: { kind, name } }: Pick<Finding, 'rule' | 'object'>,
): string {
  // A rule on the environment as a whole names no entry of it.
  const place =
    kind === 'environment'
      ? (rule.declaredAt.split('.{name}')[0] ?? '')
      : rule.declaredAt.replace('{name}', name);
  return isOfDeclaration(place) ? writtenAt(sources, place) : place;
}

/** Paths of the program have a slash, and places in a declaration none. */
export const isOfDeclaration = (place: string): boolean => !/[/ ]/.test(place);
