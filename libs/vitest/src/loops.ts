import { parseSync } from 'oxc-parser';

/** A node of a syntax tree, as far as it is looked at. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** What a test goes through one by one, with an expectation of each. */
export interface Loop {
  readonly line: number;
  /** The expression that gives what it goes through. */
  readonly start: number;
  readonly end: number;
}

/**
 * Finds loops of expectations, and tables of tests, that may be empty: they go through neither a list that is written
 * in the file nor what `some` has looked at. What is awaited one by one is left to the count of expectations.
 */
export function loopsThatMayBeEmpty(path: string, source: string): Loop[] {
  const nodes = all(parseSync(path, source).program);
  const constants = new Map(nodes.filter(isConstant).map(({ id, init }) => [textOf(id), init]));
  const textIn = (node: Node): string => source.slice(node.start, node.end);
  return nodes
    .flatMap((node) => goesThrough(node, textIn))
    .filter((list) => !isFilled(list, constants))
    .map(({ start, end }) => ({ line: source.slice(0, start).split('\n').length, start, end }));
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';

/** A node and all below it. */
function all(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(all);
  if (!isNode(value)) return [];
  return [value, ...Object.values(value).flatMap(all)];
}

const isConstant = (node: Node): node is Node & { readonly id: Node; readonly init: Node } =>
  node.type === 'VariableDeclarator' && isNode(node['init']);

const textOf = (node: unknown): string => (isNode(node) ? String(node['name']) : '');

const looks = /\bexpect(\.soft|\.poll)?\s*\(/;
const oneByOne = new Set(['forEach', 'map', 'flatMap', 'every', 'some', 'filter']);

function goesThrough(node: Node, textIn: (node: Node) => string): Node[] {
  const { right, body, callee, arguments: words } = node;
  if (node.type === 'ForOfStatement' && node['await'] !== true) {
    return isNode(right) && isNode(body) && looks.test(textIn(body)) ? [right] : [];
  }
  if (node.type !== 'CallExpression' || !isNode(callee) || !Array.isArray(words)) return [];
  const [first] = words as unknown[];
  const { object, property } = callee;
  if (callee.type !== 'MemberExpression' || !isNode(object) || !isNode(first)) return [];
  const name = textOf(property);
  if (name === 'each' && /^(test|it|describe)\b/.test(textIn(object))) return [first];
  const isCallback = first.type.endsWith('FunctionExpression');
  return oneByOne.has(name) && isCallback && looks.test(textIn(first)) ? [object] : [];
}

function isFilled(list: Node, constants: ReadonlyMap<string, Node>): boolean {
  const { type, elements, expression, callee, name } = list;
  if (type === 'ArrayExpression') {
    return (elements as readonly (Node | null)[]).some((one) =>
      one?.type === 'SpreadElement' ? isFilled(one['argument'] as Node, constants) : true,
    );
  }
  if (type === 'TSAsExpression' || type === 'TSSatisfiesExpression') {
    return isNode(expression) && isFilled(expression, constants);
  }
  if (type === 'CallExpression') return textOf(callee) === 'some' || isMapped(callee, constants);
  const constant = type === 'Identifier' ? constants.get(String(name)) : undefined;
  return constant !== undefined && isFilled(constant, constants);
}

/** What each of a list is mapped to is as many. */
const isMapped = (callee: unknown, constants: ReadonlyMap<string, Node>): boolean =>
  isNode(callee) &&
  textOf(callee['property']) === 'map' &&
  isFilled(callee['object'] as Node, constants);
