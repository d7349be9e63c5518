/** A fenced block of a page. */
export interface Block {
  readonly page: string;
  /** Of its opening fence, from 1. */
  readonly line: number;
  /** The first word after the fence; empty without one. */
  readonly language: string;
  /** Without the indentation of its fence. */
  readonly text: string;
}

/**
 * Every fenced block of a page.
 *
 * @throws when a fence is opened and never closed
 * @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */
export function blocksIn(page: string, markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const [, indent = '', fence, info = ''] =
      /^( *)(`{3,}|~{3,})([^`]*)$/.exec(lines[at] ?? '') ?? [];
    if (fence === undefined) continue;
    const length = lines.slice(at + 1).findIndex((line) => closes(line, fence));
    if (length < 0) throw new Error(`${page}:${at + 1} opens a block that nothing closes`);
    blocks.push({
      page,
      line: at + 1,
      language: info.trim().split(/\s/)[0] ?? '',
      text: lines
        .slice(at + 1, at + 1 + length)
        .map((line) => `${unindented(line, indent.length)}\n`)
        .join(''),
    });
    at += length + 1;
  }
  return blocks;
}

const closes = (line: string, fence: string): boolean =>
  line.trim().length >= fence.length && line.trim() === fence[0]?.repeat(line.trim().length);

const unindented = (line: string, indent: number): string =>
  line.slice(Math.min(indent, line.search(/[^ ]|$/)));
