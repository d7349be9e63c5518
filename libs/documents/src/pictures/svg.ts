import { sourcesNotice } from '@resilience/render/notice';
import type { RenderedFile } from '@resilience/render/rendered-file';

/** Shades that are told apart in grey, too, and by people who see no red. */
const shades = [
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#d55e00',
  '#f0e442',
  '#999999',
  '#4b3b8f',
] as const;

export const shadeOf = (index: number): string => shades[index % shades.length] ?? shades[0];

/** A number of pixels, short. */
const px = (value: number): string => String(Number(value.toFixed(1)));

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** @param title is shown where the pointer rests */
export const rectangle = ({ x, y, width, height }: Box, fill: string, title = ''): string => {
  const place = `x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"`;
  return title === ''
    ? `<rect ${place} fill="${fill}"/>`
    : `<rect ${place} fill="${fill}"><title>${escaped(title)}</title></rect>`;
};

export const line = (from: readonly [number, number], to: readonly [number, number]): string =>
  `<line x1="${px(from[0])}" y1="${px(from[1])}" x2="${px(to[0])}" y2="${px(to[1])}" stroke="#555" stroke-width="0.5"/>`;

export const label = (
  [x, y]: readonly [number, number],
  text: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
): string => `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}">${escaped(text)}</text>`;

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A picture on white, as pull requests are read on dark pages, too. */
export const pictureFile = (
  path: string,
  { title, width, height }: { title: string; width: number; height: number },
  shapes: readonly string[],
): RenderedFile => ({
  path,
  content: `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="11" role="img">`,
    `<!-- ${sourcesNotice} -->`,
    `<title>${escaped(title)}</title>`,
    rectangle({ x: 0, y: 0, width, height }, '#ffffff'),
    ...shapes,
    '</svg>',
  ].join('\n')}\n`,
});
