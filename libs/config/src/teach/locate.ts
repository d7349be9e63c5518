import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

import { type Expression, parseSync, type Program } from 'oxc-parser';

import type { Place, Problem } from '../problem.ts';

/**
 * Adds to problems where their places stand in the declaration: its own file, or one that it imports its
 * values from. What cannot be found by reading the syntax alone, such as the result of a call, stands where
 * the nearest place above it does.
 *
 * @param root the repository's folder
 * @param name under which each file exports its declaration
 * @returns problems that have a line already as they are
 */
export function located<One extends Located>(
  root: string,
  problems: readonly One[],
  name = 'default',
): (One & Place)[] {
  const modules = new Map<string, Module | undefined>();
  const read = (file: string): Module | undefined => {
    if (!modules.has(file)) modules.set(file, readModule(root, file));
    return modules.get(file);
  };
  const position = (file: string, path: string): Partial<Place> =>
    positionOf(read(file), keysOf(path), { read, name });
  return problems.map((problem) => {
    const { file, places } = problem;
    if (problem.line !== undefined) return problem;
    return {
      ...problem,
      ...position(file, problem.path),
      ...(places && {
        places: places.map((one) => ({ ...one, ...position(one.file ?? file, one.path) })),
      }),
    };
  });
}

/** What has a place, and perhaps others. */
type Located = Place & Pick<Problem, 'file' | 'places'>;

interface Module {
  readonly file: string;
  readonly source: string;
  readonly program: Program;
}

function readModule(root: string, file: string): Module | undefined {
  const path = join(root, file);
  if (!file.endsWith('.ts') || !existsSync(path)) return undefined;
  const source = readFileSync(path, 'utf8');
  const { program, errors } = parseSync(file, source);
  return errors.length === 0 ? { file, source, program } : undefined;
}

type Read = (file: string) => Module | undefined;

/** An expression with the module that it stands in. */
interface Found {
  readonly module: Module;
  readonly node: { readonly start: number };
  readonly value: Expression;
}

interface Exported {
  readonly read: Read;
  readonly name: string;
}

function positionOf(
  module: Module | undefined,
  keys: readonly string[],
  { read, name }: Exported,
): Partial<Place> {
  const value = module && exported(module, name);
  if (!module || !value) return {};
  const found = descend({ module, node: value, value }, keys, read);
  const before = found.module.source.slice(0, found.node.start).split('\n');
  const at = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  return found.module.file === module.file ? at : { ...at, file: found.module.file };
}

/** `services.orders.workloads[0].name`, whose keys hold no dots but for labels. */
const keysOf = (path: string): string[] => path.split(/[.[\]]+/).filter((key) => key !== '');

function descend(found: Found, keys: readonly string[], read: Read): Found {
  const here = followed(found, read);
  const [, ...rest] = keys;
  if (keys.length === 0) return found;
  const { value } = here;
  if (value.type === 'ArrayExpression') {
    const element = value.elements[Number(keys[0])];
    return element && element.type !== 'SpreadElement'
      ? descend({ module: here.module, node: element, value: element }, rest, read)
      : nearestOf(found, here);
  }
  if (value.type !== 'ObjectExpression') return nearestOf(found, here);
  return inObject(here, value, keys, read) ?? nearestOf(found, here);
}

/** What is reached through a name is shown where it is written, unless that is not an object. */
const nearestOf = (found: Found, here: Found): Found =>
  here.value.type === 'ObjectExpression' || here.value.type === 'ArrayExpression' ? here : found;

type ObjectExpression = Extract<Expression, { type: 'ObjectExpression' }>;

/** The last of what defines a key counts. Keys of labels hold dots, so that several parts can be one key. */
function inObject(
  { module }: Found,
  object: ObjectExpression,
  keys: readonly string[],
  read: Read,
): Found | undefined {
  for (const property of object.properties.toReversed()) {
    if (property.type === 'SpreadElement') {
      const spread = followed({ module, node: property, value: property.argument }, read);
      const inside =
        spread.value.type === 'ObjectExpression' && inObject(spread, spread.value, keys, read);
      if (inside) return inside;
      continue;
    }
    const name = nameOf(property.key);
    const length = keys.findIndex((_, index) => keys.slice(0, index + 1).join('.') === name) + 1;
    if (length > 0)
      return descend({ module, node: property, value: property.value }, keys.slice(length), read);
  }
  return undefined;
}

function nameOf(key: { readonly type: string }): string | undefined {
  if ('name' in key) return String(key.name);
  return 'value' in key ? String(key.value) : undefined;
}

/** Through types, calls of defineEnvironment, and names to what they stand for. */
function followed(found: Found, read: Read, depth = 0): Found {
  const { module, node, value } = found;
  if (depth > 20) return found;
  const on = (next: Expression, where: Module = module, at: Found['node'] = node): Found =>
    followed({ module: where, node: at, value: next }, read, depth + 1);
  if (
    value.type === 'TSSatisfiesExpression' ||
    value.type === 'TSAsExpression' ||
    value.type === 'TSNonNullExpression' ||
    value.type === 'ParenthesizedExpression'
  )
    return on(value.expression);
  if (value.type === 'CallExpression') {
    const [argument] = value.arguments;
    const defines = value.callee.type === 'Identifier' && value.callee.name.startsWith('define');
    return defines && argument && argument.type !== 'SpreadElement' ? on(argument) : found;
  }
  if (value.type === 'MemberExpression' && value.property.type === 'Identifier') {
    const inside = followed({ module, node, value: value.object }, read, depth + 1);
    const member =
      inside.value.type === 'ObjectExpression'
        ? inObject(inside, inside.value, [value.property.name], read)
        : undefined;
    return member ? followed(member, read, depth + 1) : found;
  }
  if (value.type !== 'Identifier') return found;
  const local = declared(module, value.name);
  if (local) return on(local, module, local);
  const imported = importOf(module, value.name, read);
  return imported ? on(imported.value, imported.module, imported.value) : found;
}

function importOf(
  module: Module,
  local: string,
  read: Read,
): Pick<Found, 'module' | 'value'> | undefined {
  for (const statement of module.program.body) {
    if (statement.type !== 'ImportDeclaration' || !statement.source.value.startsWith('.')) continue;
    const specifier = statement.specifiers.find((one) => one.local.name === local);
    if (!specifier) continue;
    const target = read(pathFrom(module.file, statement.source.value));
    const name =
      specifier.type === 'ImportSpecifier' ? (nameOf(specifier.imported) ?? local) : 'default';
    const value = target && exported(target, name);
    return target && value ? { module: target, value } : undefined;
  }
  return undefined;
}

const pathFrom = (file: string, specifier: string): string =>
  relative('/', join('/', dirname(file), specifier)).replaceAll(sep, '/');

function exported(module: Module, name: string): Expression | undefined {
  for (const statement of module.program.body) {
    if (name !== 'default' || statement.type !== 'ExportDefaultDeclaration') continue;
    const { declaration } = statement;
    return isExpression(declaration) ? declaration : undefined;
  }
  return declared(module, name);
}

const isExpression = (node: Expression | { readonly type: string }): node is Expression =>
  node.type.endsWith('Expression') || node.type === 'Identifier';

/** What a constant of the module is, exported or not. */
function declared({ program }: Module, name: string): Expression | undefined {
  for (const statement of program.body) {
    const inner = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (inner?.type !== 'VariableDeclaration') continue;
    const found = inner.declarations.find(({ id }) => id.type === 'Identifier' && id.name === name);
    if (found?.init) return found.init;
  }
  return undefined;
}
