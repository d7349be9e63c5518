import axe from 'axe-core';
import type { Page } from 'playwright-core';

import type { Opened } from './open-page.ts';

/** What a look at a page finds; empty where nothing is wrong. */
export type Look = (opened: Opened) => Promise<readonly string[]>;

/** Errors of the console, and requests that leave the folder. */
export const complaintsOf: Look = ({ complaints }) => Promise.resolve(complaints);

/** Whatever axe-core knows of accessibility, contrast included. */
export const barriersOf: Look = ({ page }) => violationsOf(page, {});

/** What is hard to read in these colours. */
export const paleOf: Look = ({ page }) => violationsOf(page, { runOnly: ['color-contrast'] });

async function violationsOf(page: Page, options: axe.RunOptions): Promise<string[]> {
  await page.evaluate(axe.source);
  const words = JSON.stringify({ ...options, resultTypes: ['violations'] });
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(${words})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** Whether something makes the page wider than its window. */
export const overflowOf: Look = async ({ page }) => {
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  const window = await page.evaluate<number>('window.innerWidth');
  return width > window ? [`is ${width} pixels wide in a window of ${window}`] : [];
};

/** What paper cuts off: a region that would have to be scrolled. */
export const cutOf: Look = async (opened) => [
  ...(await overflowOf(opened)),
  ...(await opened.page.evaluate<string[]>(`[...document.querySelectorAll('.scroll')]
    .filter((region) => region.scrollWidth > region.clientWidth)
    .map((region) => 'cuts off ' + region.getAttribute('aria-label'))`)),
];

/** Notes what has the focus, and whether that can be seen. */
const watch = `window.able = [...document.querySelectorAll('a[href], [tabindex="0"]')];
  window.seen = [];
  document.addEventListener('focusin', ({ target }) => {
    if (getComputedStyle(target).outlineStyle !== 'none') seen.push(target);
  });
  able.length`;

/** What the Tab key does not reach in its order, or reaches without a sign. */
export const unreachedOf: Look = async ({ page }) => {
  const count = await page.evaluate<number>(watch);
  for (let at = 0; at < count; at += 1) await page.keyboard.press('Tab');
  const unseen = await page.evaluate<string[]>(
    'able.filter((one, at) => seen[at] !== one).map((one) => one.outerHTML)',
  );
  if (count === 0) return ['has nothing to reach'];
  return unseen.length > 0 ? [`does not reach ${unseen[0]} in its order`] : unskipped(page);
};

/** The first link leads past the navigation. */
async function unskipped(page: Page): Promise<string[]> {
  await page.evaluate('able[0].focus()');
  await page.keyboard.press('Enter');
  const id = await page.evaluate<string>('document.activeElement.id');
  return id === 'main' ? [] : [`is at ${id} after the first link`];
}
