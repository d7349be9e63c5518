/** An element of a page, as far as tests look at it. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The elements of a page that was written by a program: each attribute in double quotes. */
export const elementsOf = (html: string): Element[] =>
  [...withoutStyle(html).matchAll(/<([a-z][a-z0-9]*)((?:\s[^<>"]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
    ([, tag = '', attributes = '']) => ({
      tag,
      attributes: Object.fromEntries(
        [...attributes.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
          name,
          unescaped(value),
        ]),
      ),
    }),
  );

/** What a reader sees of it, without line breaks. */
export const textOf = (html: string): string =>
  unescaped(withoutStyle(html).replaceAll(/<[^>]*>/g, ' ')).replaceAll(/\s+/g, ' ');

export const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const withoutStyle = (html: string): string => html.replace(/<style>[\s\S]*?<\/style>/, '');
