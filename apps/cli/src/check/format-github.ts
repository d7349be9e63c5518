import { formatOthers } from './format-place.ts';
import type { Result } from './reported.ts';

/** Annotations of GitHub Actions, which show up beside the lines of a pull request. */
export const formatGithub = (results: readonly Result[]): string =>
  results
    .flatMap(({ findings }) => findings)
    .map((finding) => {
      const { stops, file, line, column, rule, subject, message, expected, received } = finding;
      const text = `${subject} ${message}: expected ${expected}, received ${received}${formatOthers(finding.places)}`;
      const place = `file=${file},line=${line}${column === undefined ? '' : `,col=${column}`}`;
      return `::${stops ? 'error' : 'notice'} ${place},title=${rule}::${escape(text)}\n`;
    })
    .join('');

const escape = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
