/** The cells of a table of a page, as text, without its head. */
export function rowsOf(html: string, caption: string): string[][] {
  const [, after = ''] = html.split(`<caption>${caption}</caption>`);
  const [, body = ''] = /<tbody>(.*?)<\/tbody>/s.exec(after) ?? [];
  return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
      cell
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ),
  );
}
