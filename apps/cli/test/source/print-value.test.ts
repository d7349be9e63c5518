import * as config from '@resilience/config';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { Call } from '../../src/source/call.ts';
import { Code, printValue } from '../../src/source/print-value.ts';
import { Spread } from '../../src/source/spread.ts';

const { days, gib, hours, mib, minutes, percent, seconds, usd } = config;

const count = fc.integer({ min: 1, max: 100_000 });
const quantity = fc.oneof(
  fc.constantFrom(seconds(0), percent(0)),
  count.map(seconds),
  count.map(minutes),
  count.map(days),
  count.map(mib),
  count.map(gib),
  count.map(usd),
  fc.integer({ min: 0, max: 100 }).map(percent),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    quantity,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.stringMatching(/^[a-z-]{1,9}$/), fc.string()), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
}));

/** What TypeScript would make of the text, which has nothing of TypeScript alone in it. */
const evaluated = (code: string, names: ReadonlyMap<string, string>): unknown =>
  // oxlint-disable-next-line typescript/no-implied-eval
  new Function(...names.keys(), `return (${code});`)(
    ...[...names.keys()].map((name) => Reflect.get(config, name)),
  );

test('what is printed is the value again', () => {
  fc.assert(
    fc.property(value, (one) => {
      fc.pre(!JSON.stringify(one).includes('__proto__'));
      const { code, names } = printValue(one);
      expect(evaluated(code, names)).toEqual(one);
    }),
  );
});

test.each([
  [hours(36), 'hours(36)'],
  [days(30), 'days(30)'],
  [seconds(0), 'seconds(0)'],
  [gib(2048), 'tib(2)'],
  [100_000, '100_000'],
  [{ 'four-hourly': { on: true } }, '{ "four-hourly": { on: true } }'],
  [{ objectives: new Code('objectives') }, '{ objectives }'],
  [{ left: undefined }, '{}'],
])('%j is printed as a person would write it', (one, code) => {
  expect(printValue(one).code).toBe(code);
});

test('a function keeps the name under which the file has imported it', () => {
  const { code, names } = printValue({ size: gib(1) }, { gib: 'gibibytes' });
  expect([code, [...names.keys()]]).toEqual(['{ size: gibibytes(1) }', ['gib']]);
});

test.each([[() => undefined], [Symbol('x')], [{ bytes: 1000 }]])(
  '%o stands in no declaration',
  (one) => {
    expect(() => printValue(one)).toThrow(TypeError);
  },
);

test('a call is printed with the keys that stand in place of its own', () => {
  const call = new Call('redis', '@resilience/config/presets/redis', { keys: 1 });
  const { code, names } = printValue(new Spread(call, { hooks: [], 'a-b': gib(1) }));
  expect(code).toBe('{ ...redis({ keys: 1 }), hooks: [], "a-b": gib(1) }');
  expect([...names.keys()]).toEqual(['redis', 'gib']);
});
