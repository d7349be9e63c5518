import type { Expression, ModuleExportName, Statement } from 'oxc-parser';

import { type Located, type ModuleSource, type Modules, Uneditable } from './module-source.ts';

/**
 * What a module exports, through constants, imports, `as const`, `satisfies` and `defineEnvironment(…)`.
 *
 * @param name of the export; `default` for the default one
 * @throws {Uneditable} where the export is made by code
 */
export function findExport(modules: Modules, module: ModuleSource, name: string): Located {
  for (const statement of module.program.body) {
    const found = exportedBy(modules, module, statement, name);
    if (found) return resolve(modules, found);
  }
  throw new Uneditable(`exports no ${name} that can be followed`, module);
}

function exportedBy(
  modules: Modules,
  module: ModuleSource,
  statement: Statement,
  name: string,
): Located | undefined {
  if (statement.type === 'ExportDefaultDeclaration' && name === 'default') {
    return isExpression(statement.declaration)
      ? { module, node: statement.declaration }
      : undefined;
  }
  if (statement.type !== 'ExportNamedDeclaration') return undefined;
  if (statement.declaration) return declaredBy(module, statement.declaration, name);
  const specifier = statement.specifiers.find(({ exported }) => nameOf(exported) === name);
  if (!specifier) return undefined;
  const local = nameOf(specifier.local);
  if (!statement.source) return constant(modules, module, local);
  const from = modules.imported(module, statement.source.value);
  return from && findExport(modules, from, local);
}

const isExpression = (node: { readonly type: string }): node is Expression =>
  !/^(Function|Class|TSInterface|TSDeclareFunction|TSEnum)/.test(node.type);

const nameOf = (name: ModuleExportName): string =>
  name.type === 'Literal' ? name.value : name.name;

function declaredBy(
  module: ModuleSource,
  statement: { readonly type: string },
  name: string,
): Located | undefined {
  if (!isVariables(statement)) return undefined;
  for (const { id, init } of statement.declarations) {
    if (id.type === 'Identifier' && id.name === name && init) return { module, node: init };
  }
  return undefined;
}

type Variables = Extract<Statement, { type: 'VariableDeclaration' }>;

/** What is not constant may be assigned anything later. */
const isVariables = (statement: { readonly type: string }): statement is Variables =>
  statement.type === 'VariableDeclaration' && 'kind' in statement && statement.kind === 'const';

/** A constant of a module, or what it imports by that name. */
function constant(modules: Modules, module: ModuleSource, name: string): Located | undefined {
  for (const statement of module.program.body) {
    const declared =
      statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    const found = declared && declaredBy(module, declared, name);
    if (found) return found;
    if (statement.type !== 'ImportDeclaration') continue;
    const specifier = statement.specifiers.find(({ local }) => local.name === name);
    const from = specifier && modules.imported(module, statement.source.value);
    if (!from) continue;
    if (specifier.type === 'ImportDefaultSpecifier') return findExport(modules, from, 'default');
    if (specifier.type === 'ImportSpecifier')
      return findExport(modules, from, nameOf(specifier.imported));
  }
  return undefined;
}

/**
 * Follows an expression to the literal that it stands for.
 *
 * @returns the expression itself where nothing leads further
 */
export function resolve(modules: Modules, { module, node }: Located): Located {
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return resolve(modules, { module, node: node.expression });
    case 'CallExpression': {
      const [argument] = node.arguments;
      const isKnown = node.callee.type === 'Identifier' && node.callee.name === 'defineEnvironment';
      if (!isKnown || !argument || argument.type === 'SpreadElement') return { module, node };
      return resolve(modules, { module, node: argument });
    }
    case 'Identifier': {
      const found = constant(modules, module, node.name);
      return found ? resolve(modules, found) : { module, node };
    }
    default:
      return { module, node };
  }
}
