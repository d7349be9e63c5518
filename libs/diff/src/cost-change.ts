import type { Revision } from './revision.ts';

/** The months, counted from 1, of which the cost is said. */
export const shownMonths = [1, 12, 24] as const;

/** US dollars in each of {@link shownMonths}; undefined where nothing is stored, or no prices are known. */
export interface CostChange {
  readonly before: readonly number[] | undefined;
  readonly after: readonly number[] | undefined;
}

/** @returns undefined where the cost stays the same, to the cent */
export function costChange(
  before: Revision | undefined,
  after: Revision | undefined,
): CostChange | undefined {
  const change = { before: costOf(before), after: costOf(after) };
  return String(change.before) === String(change.after) ? undefined : change;
}

const costOf = (revision: Revision | undefined): number[] | undefined => {
  const total = revision?.declared?.bill?.total;
  return total && shownMonths.map((month) => Math.round((total[month - 1] ?? 0) * 100) / 100);
};
