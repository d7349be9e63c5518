import type { Environment } from '@resilience/config/environment';
import type { Bill } from '@resilience/cost/price';
import type { RenderedFile } from '@resilience/render/rendered-file';

import { formatUsd } from '../words/format-usd.ts';
import { label, line, pictureFile, rectangle, shadeOf } from './svg.ts';

const left = 60;
const top = 30;
const barWidth = 20;
const chartHeight = 200;
const legend = 220;

/** `cost.svg`: each month of the first two years, by what is paid for. */
export function costPicture(environment: Environment, { parts, total }: Bill): RenderedFile {
  const width = left + total.length * barWidth + 20 + legend;
  const height = top + chartHeight + 30;
  const highest = Math.max(...total, 1);
  const y = (usd: number): number => top + chartHeight * (1 - usd / highest);
  const paid = parts.filter(({ months }) => Math.max(...months) >= 0.005);
  const bars = total.flatMap((_, month) => {
    let below = 0;
    return paid.map(({ name, months }, index) => {
      const usd = months[month] ?? 0;
      below += usd;
      const box = { x: left + month * barWidth + 2, y: y(below), width: barWidth - 4 };
      const tall = { ...box, height: y(below - usd) - y(below) };
      return rectangle(tall, shadeOf(index), `${name}, month ${month + 1}: ${formatUsd(usd)}`);
    });
  });
  const scale = [0, highest / 2, highest].map(
    (usd) =>
      `${label([left - 6, y(usd) + 4], formatUsd(usd), 'end')}${line([left, y(usd)], [left + total.length * barWidth, y(usd)])}`,
  );
  const monthNames = [0, 5, 11, 17, 23].map((month) =>
    label([left + (month + 0.5) * barWidth, height - 14], String(month + 1), 'middle'),
  );
  const names = paid.flatMap(({ name }, index) => {
    const at = { x: width - legend, y: top + index * 18 };
    return [
      rectangle({ ...at, width: 12, height: 12 }, shadeOf(index)),
      label([at.x + 18, at.y + 10], name),
    ];
  });
  const title = `US dollars a month for the backups of ${environment.name}, in 24 months from an empty bucket`;
  return pictureFile('cost.svg', { title, width, height }, [
    label([8, 16], title),
    ...scale,
    ...bars,
    ...monthNames,
    ...names,
  ]);
}
