import { checks } from './checks/index.ts';
import type { Finding } from './problem.ts';
import { schemaFindings } from './schema-findings.ts';
import { declaration, type Declaration } from './schema/declaration.ts';

export type Parsed =
  | { readonly ok: true; readonly declaration: Declaration }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Checks one declaration by itself, first its shape, then, if that is sound, how its parts fit.
 *
 * @returns the declaration with its cron expressions parsed, or every finding
 */
export function parse(input: unknown): Parsed {
  const result = declaration.safeParse(input);
  if (!result.success) return { ok: false, findings: schemaFindings(result.error, input) };
  const findings = checks.flatMap((check) => check(result.data));
  return findings.length > 0 ? { ok: false, findings } : { ok: true, declaration: result.data };
}
