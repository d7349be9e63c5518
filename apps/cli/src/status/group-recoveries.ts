import type { Recovery } from './recoveries.ts';

/** Recoveries with the same verdict: every service in every disaster. */
export interface Recoveries {
  readonly services: readonly string[];
  readonly disasters: readonly string[];
  readonly all: readonly [Recovery, ...Recovery[]];
}

/** Few rows say what many say alike, so that three environments are one screen. */
export function groupRecoveries(recoveries: readonly Recovery[]): Recoveries[] {
  const ofServices = [
    ...Map.groupBy(recoveries, (one) => `${one.service} ${saysOf(one)}`).values(),
  ];
  const rows = Map.groupBy(ofServices, (all) =>
    all.map((one) => `${one.scenario} ${saysOf(one)}`).join(' '),
  );
  return [...rows.values()].flatMap((together) => {
    const [first, ...rest] = together.flat();
    if (!first) return [];
    const all = [first, ...rest] as const;
    return [
      {
        services: [...new Set(all.map(({ service }) => service))],
        disasters: [...new Set(all.map(({ scenario }) => scenario))],
        all,
      },
    ];
  });
}

const saysOf = ({ verdict, waived }: Recovery): string => `${verdict} ${waived}`;
