import type { Result } from './reported.ts';

/** Annotations of GitHub Actions, which show up beside the lines of a pull request. */
export const formatGithub = (results: readonly Result[]): string =>
  results
    .flatMap(({ findings }) => findings)
    .map(({ stops, file, line, rule, subject, message, expected, received }) => {
      const text = `${subject} ${message}: expected ${expected}, received ${received}`;
      return `::${stops ? 'error' : 'notice'} file=${file},line=${line},title=${rule}::${escape(text)}\n`;
    })
    .join('');

const escape = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
