import { pathToFileURL } from 'node:url';

import type { BrowserContext, Page } from 'playwright-core';

/** How a page is looked at. */
export interface Sight {
  /** CSS pixels. */
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  readonly media?: 'print';
}

/** A page that is open, and what went wrong or was asked for meanwhile. */
export interface Opened {
  /** From the folder of the site. */
  readonly path: string;
  readonly page: Page;
  /** Errors in the console, and requests for anything that is not in the folder. */
  readonly complaints: readonly string[];
}

/** Opens a page of the site in a folder, as a file. */
export async function openPage(
  context: BrowserContext,
  site: string,
  path: string,
): Promise<Opened> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('request', (request) => {
    const url = request.url();
    const isInside = url.startsWith(`${pathToFileURL(site).href}/`) || url.startsWith('data:');
    if (!isInside) complaints.push(`asks for ${url}`);
  });
  await page.goto(pathToFileURL(`${site}/${path}`).href);
  return { path, page, complaints };
}

/** Shows an open page as somebody sees it. */
export async function show({ page }: Opened, { width, scheme, media }: Sight): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ media: media ?? 'screen', colorScheme: scheme });
}
