import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { newRepository } from '@resilience/fixtures/new-repository';
import { programRoot } from '@resilience/fixtures/program-root';
import { resilience } from '@resilience/fixtures/resilience';
import { marked } from 'marked';
import type { Browser } from 'playwright-core';

import { findChromium } from './chromium.ts';

/** Draws what people see in a browser for the documents, by `npm run record`: a comment, and the report. */
const work = mkdtempSync(join(tmpdir(), 'pictures-'));
const found = findChromium(work);
if ('missing' in found) throw new Error(found.missing);
const started = await found.start();
try {
  picture('comment', await commentIn(started));
  picture('report', await reportIn(started));
} finally {
  await started.close();
  rmSync(work, { recursive: true });
}

function picture(name: string, content: Uint8Array): void {
  writeFileSync(join(programRoot, `docs/pictures/${name}.png`), content);
}

/** The comment of the guide, as it looks on a pull request. */
async function commentIn(browser: Browser): Promise<Uint8Array> {
  const guide = join(programRoot, 'docs/guides/reviewing-a-change.md');
  const [, comment] = /```markdown\n(.*?)```/s.exec(readFileSync(guide, 'utf8')) ?? [];
  if (comment === undefined) throw new Error(`${guide} shows no comment`);
  const page = await browser.newPage({ deviceScaleFactor: 1.5 });
  const style = `
    body { font: 14px/1.5 'DejaVu Sans', sans-serif; margin: 0; width: 1000px; color: #1f2328 }
    article { border: 1px solid #d0d7de; border-radius: 6px; padding: 4px 20px 12px }
    table { border-collapse: collapse; margin: 12px 0; font-size: 14px }
    td, th { border: 1px solid #d0d7de; padding: 5px 12px; text-align: left }
    code { font: 12px 'DejaVu Sans Mono', monospace; background: #eff1f3; padding: 2px 5px }
    summary { margin: 4px 0 }
  `;
  const html = marked.parse(comment, { async: false });
  await page.setContent(`<style>${style}</style><article>${html}</article>`);
  return page.locator('article').screenshot();
}

/** The first page of the report of a fixture. */
async function reportIn(browser: Browser): Promise<Uint8Array> {
  const root = newRepository(work, 'harbour');
  const site = join(work, 'site');
  resilience(root, ['render']);
  const { status, stderr } = resilience(root, ['report', '--output', site, '--date', '2026-11-29']);
  if (status !== 0) throw new Error(`no site is made (${status}):\n${stderr}`);
  const page = await browser.newPage({ viewport: { width: 1100, height: 1000 } });
  await page.goto(pathToFileURL(join(site, 'index.html')).href);
  return page.screenshot();
}
