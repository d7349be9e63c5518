import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { type Comment, type Expression, type ObjectExpression, parseSync } from 'oxc-parser';

/** The sentences that stand before a key in the sources of the schema. */
export type KeySentences = (phrase: string, key: string) => string | undefined;

const schemas = join(import.meta.dirname, '../schema');

/**
 * What the sources of the schema say of each key: the comment before the key, or else before the constant that
 * it takes its schema from. Editors show the same comments, so that they stand once.
 *
 * @returns a look-up by the phrase of an object and one of its keys
 */
export function keySentences(): KeySentences {
  const files = readdirSync(schemas).map((file) => readSource(join(schemas, file)));
  const everywhere = new Map(files.flatMap((file) => [...file.constants]));
  const objects = files.flatMap((file) =>
    objectsIn(file, new Map([...everywhere, ...file.constants])),
  );
  return (phrase, key) =>
    objects.find((one) => one.phrase.test(phrase) && one.sentences.has(key))?.sentences.get(key);
}

interface Source {
  readonly program: unknown;
  readonly comments: readonly Comment[];
  readonly text: string;
  readonly constants: ReadonlyMap<string, Constant>;
}

interface Constant {
  readonly name: string;
  readonly servesMany: boolean;
  readonly value: Expression;
  readonly sentence: string | undefined;
  readonly source: Text;
}

function readSource(path: string): Source {
  const text = readFileSync(path, 'utf8');
  const { program, comments } = parseSync(path, text);
  const source = { comments, text };
  const servesMany = basename(path) === 'scalars.ts';
  const constants = program.body.flatMap((statement): [string, Constant][] => {
    const inner = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (inner?.type !== 'VariableDeclaration') return [];
    const sentence = sentenceBefore(source, statement.start);
    return inner.declarations.flatMap(({ id, init }) =>
      id.type === 'Identifier' && init
        ? [[id.name, { name: id.name, servesMany, value: init, sentence, source }]]
        : [],
    );
  });
  return { program, ...source, constants: new Map(constants) };
}

interface Described {
  readonly phrase: RegExp;
  readonly sentences: ReadonlyMap<string, string>;
}

type Constants = ReadonlyMap<string, Constant>;

/** Each call of `object(phrase, shape)`. */
const objectsIn = (source: Source, constants: Constants): Described[] =>
  callsOf('object', source.program).flatMap(([phrase, shape]) => {
    const members = shape && shapeOf({ value: shape, source }, constants);
    return phrase && members
      ? [
          {
            phrase: patternOf(phrase, constants),
            sentences: new Map(membersOf(members, constants)),
          },
        ]
      : [];
  });

type Text = Pick<Source, 'comments' | 'text'>;

/** The members of an object, in the text that they stand in. */
interface Members {
  readonly object: ObjectExpression;
  readonly source: Text;
}

/** Written there, or those of another object of which some are left out. */
function shapeOf(
  { value, source }: { readonly value: Expression; readonly source: Text },
  constants: Constants,
): Members | undefined {
  if (value.type === 'ObjectExpression') return { object: value, source };
  if (value.type === 'TSSatisfiesExpression' || value.type === 'TSAsExpression')
    return shapeOf({ value: value.expression, source }, constants);
  if (value.type === 'CallExpression') return shapeOf({ value: value.callee, source }, constants);
  if (value.type === 'MemberExpression') return shapeOf({ value: value.object, source }, constants);
  const constant = value.type === 'Identifier' ? constants.get(value.name) : undefined;
  const [, shape] = callsOf('object', constant?.value)[0] ?? [];
  return constant && shape && shapeOf({ value: shape, source: constant.source }, constants);
}

function membersOf({ object, source }: Members, constants: Constants): [string, string][] {
  return object.properties.flatMap((property): [string, string][] => {
    if (property.type === 'SpreadElement') {
      const spread = constantOf(property.argument, constants);
      return spread?.value.type === 'ObjectExpression'
        ? membersOf({ object: spread.value, source: spread.source }, constants)
        : [];
    }
    const key = keyOf(property.key);
    const sentence =
      sentenceBefore(source, property.start) ??
      inherited(key, constantOf(property.value, constants));
    return key !== undefined && sentence !== undefined ? [[key, sentence]] : [];
  });
}

/** The forms of names and quantities serve many keys: what is said of one is of the key of its name. */
const inherited = (key: string | undefined, constant: Constant | undefined): string | undefined =>
  constant && (!constant.servesMany || constant.name === key) ? constant.sentence : undefined;

/** The constant whose schema a key takes, perhaps one that may be left out. */
function constantOf(value: Expression, constants: Constants): Constant | undefined {
  if (value.type === 'Identifier') return constants.get(value.name);
  const callee = value.type === 'CallExpression' ? value.callee : undefined;
  return callee?.type === 'MemberExpression' && callee.object.type === 'Identifier'
    ? constants.get(callee.object.name)
    : undefined;
}

const keyOf = (key: { readonly type: string }): string | undefined =>
  'name' in key ? String(key.name) : 'value' in key ? String(key.value) : undefined;

/** A text, a template whose holes hold any text, or a constant that is one of them. */
function patternOf(phrase: Expression, constants: Constants): RegExp {
  if (phrase.type === 'Identifier') {
    const constant = constants.get(phrase.name);
    if (constant) return patternOf(constant.value, constants);
  }
  if (phrase.type === 'Literal') return new RegExp(`^${escaped(String(phrase.value))}$`, 's');
  if (phrase.type !== 'TemplateLiteral') throw new TypeError(`a phrase is a ${phrase.type}`);
  const texts = phrase.quasis.map(({ value }) => escaped(value.cooked ?? value.raw));
  return new RegExp(`^${texts.join('.*')}$`, 's');
}

/** Every character means itself. */
const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

function callsOf(name: string, node: unknown): Expression[][] {
  if (Array.isArray(node)) return node.flatMap((one) => callsOf(name, one));
  if (typeof node !== 'object' || node === null) return [];
  const inside = Object.values(node).flatMap((value) => callsOf(name, value));
  return isCall(node) && node.callee.type === 'Identifier' && node.callee.name === name
    ? [node.arguments, ...inside]
    : inside;
}

interface Call {
  readonly callee: Expression;
  readonly arguments: Expression[];
}

const isCall = (node: object): node is Call => Reflect.get(node, 'type') === 'CallExpression';

/** The text of the documentation comment that ends right before a place. */
function sentenceBefore({ comments, text }: Text, start: number): string | undefined {
  const comment = comments.findLast(({ end }) => end <= start);
  if (!comment?.value.startsWith('*')) return undefined;
  if (text.slice(comment.end, start).trim() !== '') return undefined;
  const lines = comment.value.slice(1).split('\n');
  return lines
    .map((line) => line.replace(/^\s*\*?\s?/, ''))
    .filter((line) => !line.startsWith('@'))
    .join(' ')
    .trim()
    .replaceAll(/\{@link (\w+)\}/g, '`$1`');
}
