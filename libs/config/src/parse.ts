import { checks } from './checks/index.ts';
import type { Finding } from './problem.ts';
import { resolve } from './resolve/resolve.ts';
import { writtenAt, type Sources } from './resolve/source.ts';
import { schemaFindings } from './schema-findings.ts';
import { declaration, type Declaration } from './schema/declaration.ts';

export type Parsed =
  | { readonly ok: true; readonly declaration: Declaration }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Checks one declaration by itself, first its shape, then, if that is sound, how its parts fit.
 *
 * @param written what services share may stand in tiers and software
 * @returns the declaration, complete, with its cron expressions parsed, or every finding, each where it is written
 */
export function parse(written: unknown): Parsed {
  const { input, notBackedUp, sources, findings } = resolve(written);
  const result = declaration.safeParse(input);
  const form = result.success ? [] : asWritten(schemaFindings(result.error, input), sources);
  if (!result.success || findings.length > 0)
    return { ok: false, findings: [...form, ...findings] };
  const understood = { ...result.data, notBackedUp, sources };
  const fit = checks.flatMap((check) => check(understood));
  return fit.length > 0
    ? { ok: false, findings: asWritten(fit, sources) }
    : { ok: true, declaration: understood };
}

/** Many services have what one tier says wrong: that is one finding, of the tier. */
function asWritten(findings: readonly Finding[], sources: Sources): Finding[] {
  const placed = findings.map((finding) => ({
    ...finding,
    path: writtenAt(sources, finding.path),
  }));
  return [...new Map(placed.map((finding) => [JSON.stringify(finding), finding])).values()];
}
