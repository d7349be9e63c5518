import type MagicString from 'magic-string';

import type { ModuleSource } from './module-source.ts';

/** Something in brackets or braces. */
interface Enclosing {
  readonly start: number;
  /** Behind the closing bracket. */
  readonly end: number;
}

interface Insertion {
  readonly enclosing: Enclosing;
  /** What stands between the brackets, in the order of the source. */
  readonly items: readonly (Enclosing | null)[];
  readonly code: string;
}

/**
 * Adds text as the last item of an object or a list, behind comments that stand after the last one.
 */
export function insertItem(
  edit: MagicString,
  module: ModuleSource,
  { enclosing, items, code }: Insertion,
): void {
  const { text } = module;
  const close = enclosing.end - 1;
  const last = items.findLast((item) => item !== null);
  const from = last?.end ?? enclosing.start + 1;
  const comma = commaAfter(module, from, close);
  if (last && comma === undefined) edit.appendLeft(last.end, ',');
  const inner = text.slice(enclosing.start, enclosing.end);
  if (!inner.includes('\n')) {
    const gap = text.slice(enclosing.start + 1, close).trim() === '' ? '' : ' ';
    edit.appendLeft(close, `${gap}${code}`);
    return;
  }
  const end = from + text.slice(from, close).trimEnd().length;
  const indent = indentAt(text, last?.start ?? close) + (last ? '' : '  ');
  edit.appendRight(end, `\n${code.replaceAll(/^/gm, indent)},`);
}

/** The place of the comma between an item and the closing bracket, which may stand behind comments. */
function commaAfter(
  { text, comments }: ModuleSource,
  from: number,
  to: number,
): number | undefined {
  for (let at = from; at < to; at += 1) {
    const comment = comments.find(({ start, end }) => start <= at && at < end);
    if (comment) at = comment.end - 1;
    else if (text[at] === ',') return at;
  }
  return undefined;
}

/** The blanks that a line begins with. */
function indentAt(text: string, offset: number): string {
  const begin = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(begin))?.[0] ?? '';
}
