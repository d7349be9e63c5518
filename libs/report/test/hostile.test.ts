import { normalize } from 'node:path/posix';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { address, paths } from '../src/paths.ts';
import { siteOf } from '../src/site.ts';
import { elementsOf } from './html.ts';
import { proved, reportOf } from './model.ts';

const hostile = `</style><script>alert("1")</script>' onload="x" &amp; ../..`;

/** Everything that a report says, said by somebody who means harm; what decides the form of a page stays. */
const said = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) return value.map((item) => said(item, key));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, said(item, name)]),
    );
  }
  const isForm = ['verdict', 'kind', 'change', 'over', 'outcome', 'startedAt'].includes(key);
  return typeof value === 'string' && !isForm ? `${value}${hostile}` : value;
};

test('whatever a declaration or a report says is text', () => {
  const harmless = reportOf([proved({ neverRecovered: ['a'], missing: ['b'], waivedBy: 'c' })]);
  const harmful = said(harmless) as typeof harmless;
  const shapes = (report: typeof harmless): string[][] =>
    siteOf(report).map(({ content }) =>
      elementsOf(content).map(({ tag, attributes }) => [tag, ...Object.keys(attributes)].join(' ')),
    );
  expect(shapes(harmful)).toEqual(shapes(harmless));
});

const names = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom('.', '..', '../..', '/etc', 'a/b', '%2E'),
);

test('no name leads out of the folder, and no two services are one page', () => {
  fc.assert(
    fc.property(names, names, (environment, service) => {
      const path = paths.service(environment, service);
      expect(normalize(path)).toBe(path);
      expect(path).toMatch(/^services\/[^/]+\/[^/]+\.html$/);
    }),
  );
  fc.assert(
    fc.property(names, names, (one, other) => {
      expect(paths.environment(one) === paths.environment(other)).toBe(one === other);
    }),
  );
});

test('an address is the path from one page to another', () => {
  expect(address('services/a/b.html', 'index.html')).toBe('../../index.html');
  expect(address('index.html', 'services/a/%2E.html', 'key-loss')).toBe(
    'services/a/%252E.html#key-loss',
  );
  expect(address('index.html', 'index.html', 'main')).toBe('#main');
});
