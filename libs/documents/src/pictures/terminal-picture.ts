import type { RenderedFile } from '@resilience/render/rendered-file';
import { stripVTControlCharacters } from 'node:util';

import { escaped } from './svg.ts';

/** The colours that the command line uses, on the dark background; each is told apart in grey, too. */
const colours: Readonly<Record<string, string>> = {
  '31': '#ff9580',
  '32': '#8fd18f',
  '33': '#f2c94c',
  '36': '#8ad4e0',
  '2': '#a0a8b0',
  '1': '#ffffff',
};
const plain = '#e6e6e6';
const background = '#1e2329';

/** Pixels of a character and of a line, in the monospaced font of 13 pixels. */
const size = { character: 7.8, line: 18, margin: 16 };

const colourCode = new RegExp(String.raw`\u001B\[(\d+)m`);

/**
 * What a terminal shows, as a picture.
 *
 * @param output lines with the codes of colours that terminals read
 */
export function terminalPicture(path: string, title: string, output: string): RenderedFile {
  const lines = output.trimEnd().split('\n');
  const widest = Math.max(...lines.map((line) => stripVTControlCharacters(line).length));
  const width = Math.ceil(widest * size.character) + 2 * size.margin;
  const height = lines.length * size.line + 2 * size.margin;
  return {
    path,
    content: `${[
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="13" role="img">`,
      `<title>${escaped(title)}</title>`,
      `<rect width="${width}" height="${height}" rx="8" fill="${background}"/>`,
      ...lines.flatMap((line, index) => lineOf(line, index)),
      '</svg>',
    ].join('\n')}\n`,
  };
}

function lineOf(line: string, index: number): string[] {
  if (line === '') return [];
  const y = size.margin + (index + 0.75) * size.line;
  return [
    `<text x="${size.margin}" y="${y}" xml:space="preserve" fill="${plain}">${spans(line)}</text>`,
  ];
}

/** Each part of a line in the colour that the code before the part asks for. */
function spans(line: string): string {
  const [first = '', ...rest] = line.split(colourCode);
  const parts = rest.flatMap((text, at) =>
    at % 2 === 0 ? [{ code: text, text: rest[at + 1] }] : [],
  );
  return [
    escaped(first),
    ...parts.map(({ code, text = '' }) => {
      const colour = colours[code];
      return colour === undefined || text === ''
        ? escaped(text)
        : `<tspan fill="${colour}">${escaped(text)}</tspan>`;
    }),
  ].join('');
}
