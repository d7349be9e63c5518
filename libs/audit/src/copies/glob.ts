/** Whether a text fits a pattern with `*`, `?`, `[abc]` and `{a,b}`, as Velero matches names. */
export function fits(pattern: string, text: string): boolean {
  if (!/[*?[{]/.test(pattern)) return pattern === text;
  const [first = '', ...others] = pattern.split(/\*+/).map(toSource);
  const last = others.pop();
  if (last === undefined) return matches(`^${first}$`, text) !== undefined;
  // What is between stars is taken where it comes first: trying all places would take for ever.
  let rest = matches(`^${first}`, text);
  for (const middle of others) rest = rest === undefined ? undefined : matches(middle, rest);
  return rest !== undefined && matches(`${last}$`, rest) !== undefined;
}

const toSource = (piece: string): string =>
  piece.replaceAll(/\?|\[[^\]]*\]|\{[^}]*\}|[^?[{]|[[{]/g, translated);

/** @returns what comes after the match, or undefined where there is none */
function matches(source: string, text: string): string | undefined {
  try {
    const found = new RegExp(source).exec(text);
    return found ? text.slice(found.index + found[0].length) : undefined;
  } catch {
    return undefined;
  }
}

function translated(token: string): string {
  if (token === '?') return '.';
  if (token.startsWith('[') && token.length > 2)
    return `[${token.slice(1, -1).replace(/^!/, '^').replaceAll('\\', '')}]`;
  if (token.startsWith('{') && token.length > 2) {
    return `(?:${token.slice(1, -1).split(',').map(escaped).join('|')})`;
  }
  return escaped(token);
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

export const isPattern = (text: string): boolean => text !== '*' && /[*?[{]/.test(text);
