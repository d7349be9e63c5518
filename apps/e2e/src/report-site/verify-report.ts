import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser } from 'playwright-core';

import { removeFolder } from '../remove-folder.ts';
import { Report } from '../report.ts';
import { findChromium } from './chromium.ts';
import {
  barriersOf,
  complaintsOf,
  cutOf,
  type Look,
  overflowOf,
  paleOf,
  unreachedOf,
} from './faults.ts';
import { makeSite } from './make-site.ts';
import { openPage, type Opened, show, type Sight } from './open-page.ts';
import { plant, planted } from './planted.ts';

interface Judgement {
  readonly name: string;
  readonly sight: Sight;
  readonly look: Look;
}

/** The width that is left of A4, landscape, between its margins. */
const paper = 1031;

const desktop: Sight = { width: 1280, scheme: 'light' };

const judgements: readonly Judgement[] = [
  { name: 'pages open without an error, and load nothing', sight: desktop, look: complaintsOf },
  { name: 'pages have no barrier', sight: desktop, look: barriersOf },
  { name: 'dark pages can be read', sight: { width: 1280, scheme: 'dark' }, look: paleOf },
  {
    name: 'pages are no wider than a window of 320 pixels',
    sight: { width: 320, scheme: 'light' },
    look: overflowOf,
  },
  {
    name: 'the Tab key reaches everything in its order, with a sign',
    sight: desktop,
    look: unreachedOf,
  },
  {
    name: 'paper cuts nothing off',
    sight: { width: paper, scheme: 'light', media: 'print' },
    look: cutOf,
  },
];

/** One in part and one waived: the others are of the same form. */
const services = new Set(['services/production/media.html', 'services/staging/orders.html']);

const report = new Report();
const work = mkdtempSync(join(tmpdir(), 'resilience-report-'));
try {
  const found = findChromium(work);
  if ('missing' in found) report.skip('e2e:report', found.missing);
  else await judge(await found.start());
} finally {
  removeFolder(work);
}
process.exitCode = report.finish() ? 0 : 1;

async function judge(browser: Browser): Promise<void> {
  try {
    const { site, pages } = makeSite(work);
    // Nothing outside the folder can be reached, whatever a page asks for.
    const context = await browser.newContext({ offline: true });
    const shown = pages.filter((path) => !path.startsWith('services/') || services.has(path));
    const opened = await Promise.all(shown.map((path) => openPage(context, site, path)));
    for (const { name, sight, look } of judgements) {
      await report.check(name, async () => {
        assert.deepEqual(await faultsOf(opened, sight, look), []);
        return `${opened.length} of ${pages.length} pages`;
      });
    }
    await report.check('a printed page is light, and is a document', () => printed(opened));
    for (const fault of planted) {
      await report.check(`${fault.name} is found`, async () => {
        const broken = await openPage(context, site, plant(site, fault));
        assert.notDeepEqual(await faultsOf([broken], fault.sight, fault.look), []);
      });
    }
  } finally {
    await browser.close();
  }
}

async function faultsOf(all: readonly Opened[], sight: Sight, look: Look): Promise<string[]> {
  const faults: string[] = [];
  for (const opened of all) {
    await show(opened, sight);
    const found = await look(opened);
    faults.push(...found.map((fault) => `${opened.path} ${fault}`));
  }
  return faults;
}

async function printed(all: readonly Opened[]): Promise<string> {
  const overview = all.find(({ path }) => path === 'index.html');
  if (!overview) throw new Error('there is no index.html');
  const { page } = overview;
  await show(overview, { width: paper, scheme: 'dark', media: 'print' });
  const background = 'getComputedStyle(document.body).backgroundColor';
  assert.equal(await page.evaluate(background), 'rgb(255, 255, 255)');
  const document = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const pages = document.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  assert.ok(pages > 0 && document.startsWith('%PDF'));
  return `${pages} pages of paper`;
}
