import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  barriersOf,
  complaintsOf,
  cutOf,
  type Look,
  overflowOf,
  paleOf,
  unreachedOf,
} from './faults.ts';
import type { Sight } from './open-page.ts';

/** A fault in a page, and the look that has to find it. */
interface Planted {
  readonly name: string;
  readonly html: string;
  readonly look: Look;
  readonly sight: Sight;
}

const wide: Sight = { width: 1280, scheme: 'light' };

export const planted: readonly Planted[] = [
  {
    name: 'an image from elsewhere',
    html: '<img alt="" src="https://report.invalid/a.png">',
    look: complaintsOf,
    sight: wide,
  },
  {
    name: 'a script',
    html: '<script>document.title = 1</script>',
    look: complaintsOf,
    sight: wide,
  },
  { name: 'an image without words', html: '<img src="data:,">', look: barriersOf, sight: wide },
  {
    name: 'pale text on a dark page',
    html: '<p><font color="#333333">pale</font></p>',
    look: paleOf,
    sight: { width: 1280, scheme: 'dark' },
  },
  {
    name: 'what is wider than a telephone',
    html: `<p>${'x'.repeat(40)}<code><svg width="400" height="9"></svg></code></p>`,
    look: overflowOf,
    sight: { width: 320, scheme: 'light' },
  },
  {
    name: 'what is wider than paper',
    html: '<svg width="2000" height="9"></svg>',
    look: cutOf,
    sight: { width: 1031, scheme: 'light', media: 'print' },
  },
  {
    name: 'a link that comes first by its number',
    html: '<a href="#main" tabindex="5">first</a>',
    look: unreachedOf,
    sight: wide,
  },
];

/**
 * A page of the site with a fault in it, in a folder beside the site.
 *
 * @returns its path from the folder
 */
export function plant(site: string, { name, html }: Planted): string {
  const page = readFileSync(join(site, 'controls.html'), 'utf8');
  const path = `planted/${name.replaceAll(' ', '-')}.html`;
  mkdirSync(join(site, 'planted'), { recursive: true });
  writeFileSync(join(site, path), page.replace('</main>', `${html}</main>`));
  return path;
}
