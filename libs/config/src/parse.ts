import { checks } from './checks/index.ts';
import type { Finding } from './problem.ts';
import { resolve } from './resolve/resolve.ts';
import { writtenAt, type Sources } from './resolve/source.ts';
import { schemaFindings } from './schema-findings.ts';
import { declaration, type Declaration } from './schema/declaration.ts';
import { common } from './teach/common-findings.ts';
import { withMisspelledKeys } from './teach/misspelled-keys.ts';
import { oneCause } from './teach/one-cause.ts';
import { plausible } from './teach/plausible.ts';

export type Parsed =
  | { readonly ok: true; readonly declaration: Declaration }
  | {
      readonly ok: false;
      readonly findings: readonly Finding[];
      /**
       * What the declaration can become once its form is corrected: what is found in each of them is wrong
       * already. None where that cannot be seen.
       */
      readonly readings: readonly Declaration[];
    };

const around = ['export default defineEnvironment({', '});'] as const;

/**
 * Checks one declaration by itself: its form, and how its parts fit as far as their form allows to judge it.
 *
 * @param written what services share may stand in tiers and software
 * @returns the declaration, complete, with its cron expressions parsed, or every finding, one for each cause and where it is written
 */
export function parse(written: unknown): Parsed {
  const { input, notBackedUp, sources, findings } = resolve(written);
  const result = declaration.safeParse(input);
  const form = result.success ? [] : schemaFindings(declaration, input, around);
  const readings = (
    result.success
      ? [result.data]
      : plausible(declaration, withMisspelledKeys(declaration, input).input)
  ).map((data) => ({ ...data, notBackedUp, sources }));
  const fit = common(readings.map((reading) => checks.flatMap((check) => check(reading))));
  const all = [...form, ...findings, ...fit];
  const [understood] = readings;
  return result.success && understood && all.length === 0
    ? { ok: true, declaration: understood }
    : { ok: false, findings: oneCause(asWritten(all, sources)), readings };
}

/** Many services have what one tier says wrong: that is one finding, of the tier. */
function asWritten(findings: readonly Finding[], sources: Sources): Finding[] {
  const placed = findings.map((finding) => ({
    ...finding,
    path: writtenAt(sources, finding.path),
  }));
  return [...new Map(placed.map((finding) => [JSON.stringify(finding), finding])).values()];
}
