/** The names of the labels of every metric in a text, by the metric's name. */
function labelsIn(text: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [, name = '', labels = ''] of text.matchAll(/^([a-zA-Z_:][\w:]*)\{([^}]*)\}/gm)) {
    const known = found.get(name) ?? new Set();
    for (const [, label = ''] of labels.matchAll(/(\w+)="/g)) known.add(label);
    found.set(name, known);
  }
  return found;
}

/** What a text tells that the recorded text of the same source does not know. */
export function unknownIn(text: string, recorded: string): string[] {
  const known = labelsIn(recorded);
  return [...labelsIn(text)].flatMap(([name, labels]) => {
    const there = known.get(name);
    if (!there) return [name];
    return [...labels].filter((label) => !there.has(label)).map((label) => `${name}{${label}}`);
  });
}
