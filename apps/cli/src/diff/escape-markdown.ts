/** Between two characters, it takes away what they mean together, and nobody sees it. */
const nothing = '\u200B';

/**
 * A text as it shall be read on a page of GitHub or GitLab: nothing in it is markup, mentions anybody, refers to
 * an issue, or ends a line or a cell.
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*{}[\]~|]/g, String.raw`\$&`)
    // Between letters it is no markup.
    .replaceAll(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, String.raw`\_`)
    .replaceAll('@', `@${nothing}`)
    .replaceAll(/([#!])(?=\d)/g, `$1${nothing}`)
    .replaceAll(/:(?=\/\/)/g, `:${nothing}`);

/** The same as code. */
export const codeOf = (text: string): string => `<code>${escapeMarkdown(text)}</code>`;
