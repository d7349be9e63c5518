import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isScalar, parseDocument, visit } from 'yaml';

import { kubernetesFile } from '../src/kubernetes-file.ts';

/**
 * What YAML 1.1 takes a plain scalar for, as its repository of types has it, which PyYAML, Ruby and Go follow
 * more or less.
 *
 * @see https://yaml.org/type/
 */
const types: readonly (readonly [string, RegExp])[] = [
  ['null', /^(~|null|Null|NULL|)$/],
  ['boolean', /^([yY]|yes|Yes|YES|true|True|TRUE|on|On|ON)$/],
  ['boolean', /^([nN]|no|No|NO|false|False|FALSE|off|Off|OFF)$/],
  ['number', /^[-+]?(0b[01_]+|0[0-7_]*|[1-9][\d_]*|0x[\da-fA-F_]+)$/],
  ['number', /^[-+]?[1-9][\d_]*(:[0-5]?\d)+$/],
  ['number', /^[-+]?(\d[\d_]*)?\.[\d_]*([eE][-+]\d+)?$/],
  ['number', /^[-+]?\d[\d_]*(:[0-5]?\d)+\.[\d_]*$/],
  ['number', /^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$/],
  ['timestamp', /^\d{4}-\d\d?-\d\d?([Tt \t].*)?$/],
  ['merge', /^<<$/],
  ['value', /^=$/],
];

const typeOf = (plain: string): string =>
  types.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'string';

/** Scalars that a reader of YAML 1.1 would take for something else than what was meant. */
function misread(content: string): string[] {
  const found: string[] = [];
  visit(parseDocument(content), {
    Scalar: (_, node) => {
      if (!isScalar(node) || node.type !== 'PLAIN' || node.source === undefined) return;
      const meant = node.value === null ? 'null' : typeof node.value;
      if (typeOf(node.source) !== meant) found.push(`${node.source} is a ${typeOf(node.source)}`);
    },
  });
  return found;
}

const fileOf = (data: unknown): string =>
  kubernetesFile('e', 'a', Object.assign({ data }, { kind: 'Kind', metadata: { name: 'x' } }))
    .content;

const words = [
  '',
  '2001-12-14 21:59:43',
  ...`= << ~ null y N yes No ON off True FALSE 1:20
    190:20:30 190:20:30.15 017 0o17 0b1 0xFF 1_000 +1 -0 1. .5 1e3 1.5e+3
    6.8523015e+5 .inf -.INF .NaN 2001-12-14 2001-1-1 2001-12-14t21:59:43.10-05:00 2001-12-14_21:59:43 1.2.3 12e03 ._ 0_7`.split(
    /\s+/,
  ),
];

test.each(words)('%j stays a word, as a value and as a key', (word) => {
  expect(misread(fileOf({ value: word, list: [word], [word]: 'x' }))).toEqual([]);
});

test('whatever is rendered means the same in YAML 1.1', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.mixedCase(fc.constantFrom(...words)), (value, word) => {
      expect(misread(fileOf({ value, word }))).toEqual([]);
    }),
  );
});

/** Characters that end a line in YAML 1.1, or that no file of it may hold. */
const unreadable =
  /[^\t\n\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;

test('no character that YAML 1.1 cannot read is written as it is', () => {
  const unit = fc.oneof(
    fc.constantFrom('a', ' ', '\u2028', '\u2029', '\ufeff', '\uffff'),
    fc.integer({ min: 0, max: 0xa0 }).map((code) => String.fromCodePoint(code)),
  );
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit }));
  fc.assert(
    fc.property(text, (word) => {
      const content = fileOf({ word, [word]: 'x' });
      expect(content).not.toMatch(unreadable);
      expect(parseDocument(content).getIn(['data', 'word'])).toBe(word);
      expect(parseDocument(content).getIn(['data', word])).toBe(word === 'word' ? word : 'x');
    }),
  );
});

test.each([1e21, -1e21, 1e-7, 1.5e-9, 0.1, 1, -3, 0])('%d stays a number', (number) => {
  const content = fileOf({ number });
  expect(misread(content)).toEqual([]);
  expect(parseDocument(content).getIn(['data', 'number'])).toBe(number);
});
