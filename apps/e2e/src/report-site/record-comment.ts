import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { marked } from 'marked';

import { findChromium } from './chromium.ts';

/** Draws the comment of the guide as people see it on a pull request, for the README: `npm run record`. */
const guide = join(programRoot, 'docs/guides/reviewing-a-change.md');
const picture = join(programRoot, 'docs/pictures/comment.png');

const style = `
  body { font: 14px/1.5 'DejaVu Sans', sans-serif; margin: 0; padding: 0; width: 1000px; background: #fff; color: #1f2328 }
  article { border: 1px solid #d0d7de; border-radius: 6px; padding: 4px 20px 12px }
  table { border-collapse: collapse; margin: 12px 0; font-size: 14px } td, th { border: 1px solid #d0d7de; padding: 5px 12px; text-align: left }
  code { font: 12px 'DejaVu Sans Mono', monospace; background: #eff1f3; border-radius: 4px; padding: 2px 5px }
  summary { margin: 4px 0 } h3 { margin: 12px 0 }
`;

const [, comment] = /```markdown\n(.*?)```/s.exec(readFileSync(guide, 'utf8')) ?? [];
if (comment === undefined) throw new Error(`${guide} shows no comment`);

const work = mkdtempSync(join(tmpdir(), 'comment-'));
const found = findChromium(work);
if ('missing' in found) throw new Error(found.missing);
const browser = await found.start();
try {
  const page = await browser.newPage({ deviceScaleFactor: 1.5 });
  await page.setContent(
    `<style>${style}</style><article>${marked.parse(comment, { async: false })}</article>`,
  );
  writeFileSync(picture, await page.locator('article').screenshot());
} finally {
  await browser.close();
  rmSync(work, { recursive: true });
}
