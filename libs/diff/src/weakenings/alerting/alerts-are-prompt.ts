import { alertsOf } from '../../alerts.ts';
import { rendered } from '../../guard.ts';

export const alertsArePrompt = rendered({
  id: 'alerting/alerts-are-prompt',
  absence: 'unsaid',
  guards: (files) =>
    alertsOf(files).map(({ file, name, key, for: time }) => ({
      path: file,
      key,
      subject: name,
      strength: -secondsOf(time),
      value: time,
    })),
  sentence: ({ names, before, after }) =>
    `The alert ${names} waits for ${after} instead of ${before} before it fires.`,
});

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** `1h30m`, as Prometheus writes it. */
const secondsOf = (time: string): number =>
  [...time.matchAll(/(\d+)([smhdw])/g)].reduce(
    (sum, [, count, unit = 's']) => sum + Number(count) * (units[unit] ?? 0),
    0,
  );
