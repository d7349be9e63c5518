/** A number of pixels, short. */
const px = (value: number): string => String(Number(value.toFixed(1)));

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Point = readonly [x: number, y: number];

/** Text and thin lines on white: at least 4.5 to 1. */
const ink = '#222222';
const pale = '#767676';

/** @param title is shown where the pointer rests */
export const rectangle = (box: Box, fill: string, title = ''): string =>
  shape(box, `fill="${fill}"`, title);

/** The same with an edge, by which neighbours of similar colours are told apart. */
export const edged = (box: Box, fill: string, title = ''): string =>
  shape(box, `fill="${fill}" stroke="${ink}" stroke-width="0.4"`, title);

const shape = ({ x, y, width, height }: Box, paint: string, title: string): string => {
  const start = `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" ${paint}`;
  return title === '' ? `${start}/>` : `${start}><title>${escaped(title)}</title></rect>`;
};

/** What is said where the pointer rests on any of some shapes. */
export const titled = (title: string, shapes: readonly string[]): string =>
  `<g><title>${escaped(title)}</title>${shapes.join('\n')}</g>`;

export const line = ([x1, y1]: Point, [x2, y2]: Point): string =>
  `<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" stroke="${pale}" stroke-width="0.5"/>`;

/** A bound that is declared. */
export const dashed = ([x1, y1]: Point, [x2, y2]: Point): string =>
  `<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" stroke="${ink}" stroke-width="1.5" stroke-dasharray="6 3"/>`;

export const label = (
  [x, y]: Point,
  text: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
): string => `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}">${escaped(text)}</text>`;

export const heading = ([x, y]: Point, text: string): string =>
  `<text x="${px(x)}" y="${px(y)}" font-size="15" font-weight="bold">${escaped(text)}</text>`;

/** A label that is read from below. */
export const upright = ([x, y]: Point, text: string): string =>
  `<text transform="translate(${px(x)} ${px(y)}) rotate(-90)" text-anchor="middle">${escaped(text)}</text>`;

export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** What a picture says, for who sees it and who does not. */
export interface Picture {
  /** No other picture on a page has it. */
  readonly id: string;
  readonly title: string;
  /** All that the picture shows, in sentences. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

/** A picture on white, as pages are dark, too; it needs no style of the page around it. */
export function svg(
  { id: name, title, description, width, height }: Picture,
  shapes: readonly string[],
): string {
  const id = name.replaceAll(/[^\w-]/g, '-');
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="11" fill="${ink}" role="img" aria-labelledby="${id}-title ${id}-description">`,
    `<title id="${id}-title">${escaped(title)}</title>`,
    `<desc id="${id}-description">${escaped(description)}</desc>`,
    rectangle({ x: 0, y: 0, width, height }, '#ffffff'),
    ...shapes,
    '</svg>',
  ].join('\n')}\n`;
}
