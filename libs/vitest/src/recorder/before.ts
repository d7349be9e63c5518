type Func = (...words: unknown[]) => unknown;

/** Has something called before a function of a module is, which may change the words that it is called with. */
export function before(module: object, name: string, look: (words: unknown[]) => void): void {
  const functions = module as Record<string, Func | undefined>;
  const original = functions[name];
  if (original === undefined) return;
  const wrapped = function (this: unknown, ...words: unknown[]): unknown {
    look(words);
    return Reflect.apply(original, this, words);
  };
  functions[name] = Object.defineProperties(wrapped, Object.getOwnPropertyDescriptors(original));
}
