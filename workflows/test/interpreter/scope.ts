/** What can stand between `{{` and `}}`, with its value. */
export type Scope = Readonly<Record<string, string>>;

/** @throws when something is not known: Argo would stop there */
export const filled = (text: string, scope: Scope): string =>
  text.replaceAll(/\{\{(=?)(.*?)\}\}/g, (_, expression: string, inner: string) =>
    expression === '=' ? quoted(inner, scope) : known(inner.trim(), scope),
  );

const known = (name: string, scope: Scope): string => {
  const value = scope[name];
  if (value === undefined) throw new Error(`{{${name}}} is not known`);
  return value;
};

/** An expression with the names in it replaced by what they stand for; a condition says what it comes to. */
const quoted = (expression: string, scope: Scope): string =>
  expression.replaceAll(
    /(?:tasks|steps|inputs|workflow)(?:\.[\w-]+|\['[\w-]+'\])+/g,
    (path) => `'${known(path.replaceAll(/\['([\w-]+)'\]/g, '.$1'), scope)}'`,
  );
