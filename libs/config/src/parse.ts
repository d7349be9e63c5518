import { checks } from './checks/index.ts';
import type { Finding } from './problem.ts';
import { asWritten } from './resolve/as-written.ts';
import { resolve } from './resolve/resolve.ts';
import { schemaFindings } from './schema-findings.ts';
import { declaration, type Declaration } from './schema/declaration.ts';
import { written } from './schema/written.ts';
import { common } from './teach/common-findings.ts';
import { withMisspelledKeys } from './teach/misspelled-keys.ts';
import { oneCause } from './teach/one-cause.ts';
import { plausible } from './teach/plausible.ts';
import { withShortServices } from './teach/short-service.ts';

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
 * @param given what services share may stand in tiers and software
 * @returns the declaration, complete, with its cron expressions parsed, or every finding, one for each cause and where it is written
 */
export function parse(given: unknown): Parsed {
  const spelled = withMisspelledKeys(written, given);
  const { input, notBackedUp, sources, findings } = resolve(spelled.input);
  const result = declaration.safeParse(input);
  const form = result.success
    ? []
    : withShortServices(schemaFindings(declaration, input, around), given);
  const readings = (result.success ? [result.data] : plausible(declaration, input)).map((data) => ({
    ...data,
    notBackedUp,
    sources,
  }));
  const fit = common(readings.map((reading) => checks.flatMap((check) => check(reading)))).filter(
    ({ path }) => !form.some((wrong) => isInside(path, wrong)),
  );
  const all = [...spelled.findings, ...asWritten([...form, ...fit], sources), ...findings];
  const [understood] = readings;
  return result.success && understood && all.length === 0
    ? { ok: true, declaration: understood }
    : { ok: false, findings: oneCause(all), readings };
}

/** What fits into a part of another kind than expected is seen once the part has its form. */
const isInside = (
  path: string,
  { code, path: first, places = [{ path: first }] }: Finding,
): boolean =>
  code === 'config/invalid' &&
  places.some((place) => path.startsWith(`${place.path}.`) || path.startsWith(`${place.path}[`));
