import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { writeSite } from '../../src/report/write-site.ts';

const site = [
  { path: 'index.html', content: 'one' },
  { path: 'services/a/b.html', content: 'two' },
];

/** An empty folder, for one test. */
function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-site-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function writtenSite(): string {
  const folder = emptyFolder();
  writeSite(folder, site);
  return folder;
}

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

test.each(['', 'new', 'new/below'])(
  'a site is written into an empty or a new folder: %s',
  (below) => {
    const folder = join(emptyFolder(), below);
    expect(writeSite(folder, site)).toEqual(['index.html', 'services/a/b.html']);
    expect(read(folder, 'services/a/b.html')).toBe('two');
  },
);

test('a site that is as it was is not written', () => {
  expect(writeSite(writtenSite(), site)).toEqual([]);
});

test('what is no page any more is removed, with the folders that are then empty', () => {
  const folder = writtenSite();
  expect(writeSite(folder, site.slice(0, 1))).toEqual(['services/a/b.html']);
  expect(existsSync(join(folder, 'services'))).toBe(false);
});

test('a folder that holds anything else is refused as it is', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  expect(() => writeSite(folder, site)).toThrow('holds files that this command did not write');
  expect(readdirSync(folder)).toEqual(['notes.txt']);
});

test('a file is refused as a folder', () => {
  const file = join(emptyFolder(), 'site');
  writeFileSync(file, 'mine');
  expect(() => writeSite(file, site)).toThrow('is no folder');
});

test('what somebody puts beside the pages stays', () => {
  const folder = writtenSite();
  writeFileSync(join(folder, 'CNAME'), 'mine');
  writeSite(folder, [{ path: 'index.html', content: 'three' }]);
  expect(read(folder, 'CNAME')).toBe('mine');
  expect(read(folder, 'index.html')).toBe('three');
});

test.each([
  ['changed', site.map((file) => ({ ...file, content: 'new' }))],
  ['removed', site.slice(1)],
])('a page that somebody edited is not %s, and no other page is', (_, next) => {
  const folder = writtenSite();
  writeFileSync(join(folder, 'index.html'), 'mine');
  expect(() => writeSite(folder, next)).toThrow('is not as this command wrote it');
  expect(read(folder, 'index.html')).toBe('mine');
  expect(read(folder, 'services/a/b.html')).toBe('two');
});

test('a file in the place of a new page is not replaced', () => {
  const folder = writtenSite();
  mkdirSync(join(folder, 'services/c'));
  writeFileSync(join(folder, 'services/c/d.html'), 'mine');
  const next = [...site, { path: 'services/c/d.html', content: 'page' }];
  expect(() => writeSite(folder, next)).toThrow('is not as this command wrote it');
  expect(read(folder, 'services/c/d.html')).toBe('mine');
});

test.each(['../outside', '/etc/passwd', 'a/../../b', 'a\\..\\b', ''])(
  'a list that leads out of the folder is refused: %s',
  (path) => {
    const folder = writtenSite();
    const list = JSON.stringify({ files: { [path]: 'hash' } });
    writeFileSync(join(folder, '.resilience-report.json'), list);
    expect(() => writeSite(folder, site)).toThrow('is no list of what this command wrote');
  },
);
