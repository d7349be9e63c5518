/** So many steps at most. */
const most = 5;

/** Round numbers from 0 up to the first that is not below the highest: 0, 50, 100, 150. */
export function roundSteps(highest: number): number[] {
  const rough = Math.max(highest, 1) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toFixed(2)));
}
