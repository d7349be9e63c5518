import { expect, test } from 'vitest';

import { differences } from '../src/cluster/differences.ts';

test.each([
  [{ a: 1 }, { a: 1 }, []],
  [{ spec: { ttl: 1, paused: false } }, { spec: { ttl: 2, paused: false } }, ['spec.ttl']],
  [{ spec: { list: [1] } }, { spec: { list: [2] } }, ['spec.list']],
  [{ spec: {} }, { spec: { new: { deep: 1 } } }, ['spec.new']],
  [{ a: { b: { c: { d: { e: 1 } } } } }, { a: { b: { c: { d: { e: 2 } } } } }, ['a.b.c.d']],
])('%o and %o differ at %o', (one, other, places) => {
  expect(differences(one, other)).toEqual(places);
});
