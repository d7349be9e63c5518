import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path/posix';

import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { siteOf } from '../src/site.ts';
import { elementsOf, textOf, unescaped } from './html.ts';
import { proved, reportOf } from './model.ts';

const site = siteOf(
  reportOf([
    proved(),
    { scenario: 'key-loss', verdict: 'unprotected', reason: 'Nobody needs it.' },
  ]),
);
const pages = new Map(site.map(({ path, content }) => [path, content]));

test('there is a page for each environment and service, and one for each subject', () => {
  expect([...pages.keys()]).toEqual([
    'index.html',
    'environments/production.html',
    'services/production/orders.html',
    'environments/staging.html',
    'services/staging/orders.html',
    'calendar.html',
    'cost.html',
    'findings.html',
    'evidence.html',
    'controls.html',
    'changes.html',
  ]);
});

test('the same report makes the same bytes', () => {
  const again = siteOf(
    structuredClone(
      reportOf([
        proved(),
        { scenario: 'key-loss', verdict: 'unprotected', reason: 'Nobody needs it.' },
      ]),
    ),
  );
  expect(again).toEqual(site);
});

test.each(some(site))('$path leads only to what is there', ({ path, content }) => {
  const links = elementsOf(content).flatMap(({ attributes }) => attributes['href'] ?? []);
  expect(links.filter((href) => !leads(path, href))).toEqual([]);
});

function leads(from: string, href: string): boolean {
  const [file = '', anchor] = href.split('#').map(decodeURIComponent);
  const content = pages.get(file === '' ? from : join(dirname(from), file));
  if (content === undefined) return false;
  return (
    anchor === undefined ||
    elementsOf(content).some(({ attributes }) => attributes['id'] === anchor)
  );
}

test.each(some(site))('$path loads nothing, and allows its own style alone', ({ content }) => {
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(content) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(content) ?? [];
  expect(unescaped(policy)).toContain(`style-src 'sha256-${hash}'`);
  expect(unescaped(policy)).toMatch(/^default-src 'none'; /);
  expect(content).not.toMatch(/<(script|link|iframe|object)\b|\bstyle="|(src|href)="https?:/);
});

test.each(some(site))('$path has one title, and its headings in their order', ({ content }) => {
  const levels = elementsOf(content)
    .filter(({ tag }) => /^h[1-6]$/.test(tag))
    .map(({ tag }) => Number(tag.slice(1)));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
});

test.each(some(site))('$path names no two things by one name', ({ content }) => {
  const elements = elementsOf(content);
  const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
  const regions = elements
    .filter(({ attributes }) => attributes['role'] === 'region')
    .flatMap(({ attributes }) => attributes['aria-label'] ?? []);
  expect(ids).toEqual([...new Set(ids)]);
  expect(regions).toEqual([...new Set(regions)]);
});

test('no page is made of changes that nobody asks for', () => {
  const paths = siteOf({ ...reportOf(), changes: undefined }).map(({ path }) => path);
  expect(paths).not.toContain('changes.html');
});

test.each(['services/production/orders.html', 'index.html'])(
  '%s says what is declared, proved and measured',
  (path) => {
    const text = textOf(pages.get(path) ?? '');
    expect(text).toContain('5 h');
    expect(text).toContain('12 h');
    // A started second counts.
    expect(text).toContain('40 min 1 s');
    expect(text).toContain('accepted loss');
  },
);

test('the overview shows the newest run beside the proof', () => {
  expect(textOf(pages.get('index.html') ?? '')).toContain('drill not measured, 2 min');
});

test('a service that is not declared any more leads nowhere', () => {
  const content = pages.get('evidence.html') ?? '';
  expect(textOf(content)).toContain('gone/orders');
  expect(content).not.toContain('services/gone');
});
