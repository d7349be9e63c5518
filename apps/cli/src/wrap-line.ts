import wrap from 'wrap-ansi';

/**
 * Breaks a line that is wider than the terminal between words; what follows is indented as the line is, and
 * two columns more.
 *
 * @param width in columns; any line fits where it is infinite
 */
function wrapLine(line: string, width: number): string {
  if (line.length <= width) return line;
  const indent = /^ */.exec(line)?.[0] ?? '';
  const hanging = `${indent}  `;
  // A path or an address that is longer than a line stays whole, so that it can be copied.
  const [first = '', ...others] = wrap(line.slice(indent.length), width - hanging.length).split(
    '\n',
  );
  return [`${indent}${first}`, ...others.map((other) => `${hanging}${other}`)].join('\n');
}

/** The same for each line of a text. */
export const wrapLines = (text: string, width: number): string =>
  Number.isFinite(width)
    ? text
        .split('\n')
        .map((line) => wrapLine(line, width))
        .join('\n')
    : text;
