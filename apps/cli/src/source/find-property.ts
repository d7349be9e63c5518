import type { ArrayExpression, Expression, ObjectExpression, ObjectPropertyKind } from 'oxc-parser';

import { resolve } from './find-expression.ts';
import { type Located, type Modules, Uneditable } from './module-source.ts';

/** An expression as an object with braces. @throws {Uneditable} for anything else */
export function asObject(modules: Modules, located: Located): Located<ObjectExpression> {
  const { module, node } = resolve(modules, located);
  if (node.type === 'ObjectExpression') return { module, node };
  throw new Uneditable(
    `is no object that is written out: ${start(module.text, node)}`,
    module,
    node.start,
  );
}

/** An expression as a list with brackets. @throws {Uneditable} for anything else */
export function asArray(modules: Modules, located: Located): Located<ArrayExpression> {
  const { module, node } = resolve(modules, located);
  if (node.type === 'ArrayExpression') return { module, node };
  throw new Uneditable(
    `is no list that is written out: ${start(module.text, node)}`,
    module,
    node.start,
  );
}

const start = (text: string, node: Expression): string => {
  const [line = ''] = text.slice(node.start, node.end).split('\n');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
};

/**
 * The value of a key, which the last property or spread with it decides.
 *
 * @returns undefined where the object has no such key
 * @throws {Uneditable} where it cannot be seen whether it has
 */
export function findProperty(
  modules: Modules,
  { module, node }: Located<ObjectExpression>,
  key: string,
): Located | undefined {
  for (const property of node.properties.toReversed()) {
    if (property.type === 'SpreadElement') {
      const spread = asObject(modules, { module, node: property.argument });
      const found = findProperty(modules, spread, key);
      if (found) return found;
    } else if (keyOf(property) === key) {
      if (property.kind === 'init' && !property.method) return { module, node: property.value };
      throw new Uneditable(`makes ${key} by code`, module, property.start);
    } else if (keyOf(property) === undefined) {
      throw new Uneditable('has a key that is computed', module, property.start);
    }
  }
  return undefined;
}

/** Undefined for a key that is computed. */
function keyOf(
  property: Exclude<ObjectPropertyKind, { type: 'SpreadElement' }>,
): string | undefined {
  const { key, computed } = property;
  if (key.type === 'Literal') return String(key.value);
  return key.type === 'Identifier' && !computed ? key.name : undefined;
}

/**
 * The expression at a path of a declaration, such as `['services', 'orders', 'volumes']`.
 *
 * @throws {Uneditable} where a key of the path is not there, or made by code
 */
export function findValue(modules: Modules, root: Located, path: readonly string[]): Located {
  let value = root;
  for (const key of path) {
    const object = asObject(modules, value);
    const found = findProperty(modules, object, key);
    if (!found) throw new Uneditable(`has no ${key}`, object.module, object.node.start);
    value = found;
  }
  return value;
}
