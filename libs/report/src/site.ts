import type { Report } from './model/report.ts';
import { document } from './page.ts';
import { pagesOf } from './pages/index.ts';

/** A file of the site, before it is written. */
export interface SiteFile {
  /** From the folder of the site, with forward slashes. */
  readonly path: string;
  readonly content: string;
}

/** Every page: the same report makes the same bytes. */
export const siteOf = (report: Report): SiteFile[] =>
  pagesOf(report).map((page) => ({ path: page.path, content: document(report, page) }));
