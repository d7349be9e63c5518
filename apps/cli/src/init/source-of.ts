import { printValue } from '../source/print-value.ts';

interface Parts {
  /** Further lines that import. */
  readonly imports: readonly string[];
  /** @param print gives a value as TypeScript, and notes the functions that it calls */
  readonly body: (print: (value: unknown) => string) => string;
}

/** A file of declarations, with the import of what its body calls; formatting is left to the formatter. */
export function sourceOf({ imports, body }: Parts): string {
  const called = new Map<string, string>();
  const text = body((value) => {
    const { code, names } = printValue(value);
    for (const [name, from] of names) called.set(name, from);
    return code;
  });
  if (text.includes('defineEnvironment(')) called.set('defineEnvironment', '@resilience/config');
  const config = [...Map.groupBy(called.keys(), (name) => called.get(name) ?? '')]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, names]) => `import { ${names.toSorted().join(', ')} } from '${from}';`);
  return `${[...config, ...imports].join('\n')}\n${text}`;
}
