import { sourcesNotice } from './notice.ts';
import type { RenderedFile } from './rendered-file.ts';

/** A table of Markdown, by rows of cells; the first row is its head. */
export const markdownTable = ([head = [], ...rows]: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map(inOneCell).join(' | ')} |`)
    .join('\n');

/** A line break or a bar would end the cell. */
const inOneCell = (text: string): string =>
  text.replaceAll(/\s*\n\s*/g, ' ').replaceAll(/(?<!\\)\|/g, '\\|');

/** A generated page of the documentation. */
export const markdownFile = (path: string, blocks: readonly string[]): RenderedFile => ({
  path,
  content: `<!-- ${sourcesNotice} -->\n\n${blocks.join('\n\n')}\n`,
});
