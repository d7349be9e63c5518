import { createHash } from 'node:crypto';

import { type ComponentChildren, h, type JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';

import type { Report } from './model/report.ts';
import { footer } from './parts/footer.ts';
import { navigation } from './parts/navigation.ts';
import { style } from './style.ts';

/** One page, before it has its frame. */
export interface Page {
  /** From the folder of the site, with forward slashes. */
  readonly path: string;
  readonly title: string;
  readonly body: ComponentChildren;
}

/** Nothing is loaded: the one style is allowed by its hash, as `self` has no meaning in a folder. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** @returns HTML */
export const document = (report: Report, page: Page): string =>
  `<!doctype html>\n${renderToString(html(report, page))}\n`;

const html = (report: Report, { path, title, body }: Page): JSX.Element =>
  h('html', { lang: 'en' }, [
    h('head', {}, [
      h('meta', { charset: 'utf-8' }),
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('title', {}, `${title} – resilience of ${report.organisation}`),
      h('style', { dangerouslySetInnerHTML: { __html: style } }),
    ]),
    h('body', {}, [
      h('a', { class: 'skip', href: '#main' }, 'Skip to the content'),
      h('header', {}, [
        h('p', { class: 'site' }, `Resilience of ${report.organisation}`),
        navigation(report, path),
      ]),
      h('main', { id: 'main', tabindex: -1 }, [h('h1', {}, title), body]),
      footer(report),
    ]),
  ]);
