/** Whether a text fits a pattern with `*`, `?`, `[abc]` and `{a,b}`, as Velero matches names. */
export function fits(pattern: string, text: string): boolean {
  if (!/[*?[{]/.test(pattern)) return pattern === text;
  // Each star takes as little as it can; names are short.
  const source = pattern
    .slice(0, 300)
    .replaceAll(/\*+/g, '*')
    .replaceAll(/\*|\?|\[[^\]]*\]|\{[^}]*\}|[^*?[{]/g, translated);
  try {
    return new RegExp(`^${source}$`).test(text);
  } catch {
    return false;
  }
}

function translated(token: string): string {
  if (token === '*') return '.*?';
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
