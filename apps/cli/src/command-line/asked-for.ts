import { isGroup, type Tree } from './verb.ts';

/** The words of the verb that a command line asks for, as far as the tree knows them. */
export function commandOf(tree: Tree, words: readonly string[]): string {
  const [first = '', second = ''] = words;
  const node = tree[first];
  if (!node) return first.startsWith('-') ? '' : first;
  return isGroup(node) && second in node.verbs ? `${first} ${second}` : first;
}

/** Whether a program reads the answer, also where the call itself cannot be understood. */
export function wantsJson(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  const flags = end < 0 ? words : words.slice(0, end);
  return flags.some(
    (word, index) =>
      word === '--json' ||
      word === '--format=json' ||
      (word === '--format' && flags[index + 1] === 'json'),
  );
}
