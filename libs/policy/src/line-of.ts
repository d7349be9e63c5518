import { isNode, LineCounter, parseDocument } from 'yaml';

/**
 * The line on which something stands in a file of YAML or JSON; of what is missing, the line of what it
 * is missing from.
 *
 * @returns counted from 1
 */
export function lineOf(source: string, path: readonly PropertyKey[]): number {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, version: '1.1' });
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
