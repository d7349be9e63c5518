import type { ImportDeclaration } from 'oxc-parser';
import type MagicString from 'magic-string';

import { type ModuleSource, Uneditable } from './module-source.ts';

/** The names under which a file has imported what packages export, by the exported names. */
export const importedNames = (module: ModuleSource): Record<string, string> =>
  Object.fromEntries(
    importsOf(module, () => true).flatMap(({ specifiers }) =>
      specifiers.flatMap((specifier) =>
        specifier.type === 'ImportSpecifier' && specifier.imported.type !== 'Literal'
          ? [[specifier.imported.name, specifier.local.name] as const]
          : [],
      ),
    ),
  );

const importsOf = (
  { program }: ModuleSource,
  isMeant: (source: string) => boolean,
): ImportDeclaration[] =>
  program.body.filter(
    (statement): statement is ImportDeclaration =>
      statement.type === 'ImportDeclaration' &&
      isMeant(statement.source.value) &&
      statement.importKind !== 'type',
  );

/**
 * Adds what is missing to the imports of packages, in the order of the alphabet, or adds an import.
 *
 * @throws {Uneditable} where the file uses one of the names for something else
 */
export function addImports(
  edit: MagicString,
  module: ModuleSource,
  names: ReadonlyMap<string, string>,
): void {
  const imported = importedNames(module);
  const missing = [...names.keys()].filter((name) => !Object.hasOwn(imported, name)).toSorted();
  const taken = missing.find((name) => declaredNames(module).has(name));
  if (taken) throw new Uneditable(`uses the name ${taken} for something else`, module);
  const byModule = Map.groupBy(missing, (name) => names.get(name) ?? '');
  for (const [from, wanted] of byModule) addImport(edit, module, from, wanted);
}

function addImport(
  edit: MagicString,
  module: ModuleSource,
  from: string,
  wanted: readonly string[],
): void {
  const existing = importsOf(module, (source) => source === from).find(({ specifiers }) =>
    specifiers.some(({ type }) => type === 'ImportSpecifier'),
  );
  if (existing) return addSpecifiers(edit, existing, wanted);
  const line = `import { ${wanted.join(', ')} } from '${from}';\n`;
  const before = importsOf(module, (source) => source.startsWith('@resilience/')).at(-1);
  // Behind the other imports of the layer, on a line of its own.
  if (before) edit.appendLeft(module.text.indexOf('\n', before.end) + 1, line);
  else edit.prepend(line);
}

function addSpecifiers(
  edit: MagicString,
  { specifiers }: ImportDeclaration,
  missing: readonly string[],
): void {
  const named = specifiers.filter(({ type }) => type === 'ImportSpecifier');
  for (const name of missing) {
    const next = named.find(({ local }) => local.name > name);
    const last = named.at(-1);
    if (next) edit.appendLeft(next.start, `${name}, `);
    else if (last) edit.appendLeft(last.end, `, ${name}`);
  }
}

/** What a module declares or imports under a name of its own. */
function declaredNames({ program }: ModuleSource): Set<string> {
  return new Set(
    program.body.flatMap((statement) => {
      const declared =
        statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
      if (declared?.type === 'ImportDeclaration')
        return declared.specifiers.map(({ local }) => local.name);
      if (declared?.type === 'FunctionDeclaration') return declared.id ? [declared.id.name] : [];
      if (declared?.type !== 'VariableDeclaration') return [];
      return declared.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
    }),
  );
}
