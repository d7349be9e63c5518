const units: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

/**
 * A duration as Go reads it, such as `720h`, `1h30m` or `1.5h`; Go has no days.
 *
 * @returns seconds, or undefined for what Go would refuse
 * @see https://pkg.go.dev/time#ParseDuration
 */
export function goDurationSeconds(text: string): number | undefined {
  if (text === '0') return 0;
  if (!/^\+?(\d+(\.\d*)?(ns|us|µs|ms|s|m|h))+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+(?:\.\d*)?)(ns|us|µs|ms|s|m|h)/g)];
  const seconds = parts.reduce(
    (sum, [, count = '0', unit = 's']) => sum + Number(count) * (units[unit] ?? 0),
    0,
  );
  return Number.isFinite(seconds) ? seconds : undefined;
}
