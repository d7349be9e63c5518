import { refuse } from '../refusal.ts';
import { suggestion } from '../unknown-name.ts';
import { isGroup, type Tree } from './verb.ts';

/**
 * `help drill run` as `drill run --help`, which commander shows; other words as they are.
 *
 * @throws {Refusal} where there is no such verb
 */
export function helpWords(tree: Tree, words: readonly string[]): readonly string[] {
  const at = words.indexOf('help');
  const before = words.slice(0, Math.max(0, at));
  const node = tree[before[0] ?? ''];
  const isAsked = at === 0 || (at === 1 && node !== undefined && isGroup(node));
  if (!isAsked) return words;
  const asked = [...before, ...words.slice(at + 1)].filter((word) => !word.startsWith('-'));
  mustBeKnown(tree, asked);
  return [...asked, '--help'];
}

function mustBeKnown(tree: Tree, [first, second]: readonly string[]): void {
  if (first === undefined) return;
  const node = tree[first];
  if (!node) refuse(unknownVerb(first, Object.keys(tree)));
  if (second === undefined || !isGroup(node) || second in node.verbs) return;
  refuse(
    unknownVerb(
      `${first} ${second}`,
      Object.keys(node.verbs).map((one) => `${first} ${one}`),
    ),
  );
}

function unknownVerb(name: string, known: readonly string[]): string {
  const meant = suggestion(name, known);
  const hint =
    meant === undefined ? 'resilience --help lists the commands' : `did you mean ${meant}?`;
  return `there is no command ${name}; ${hint}`;
}
