import type { Found, Reported } from './reported.ts';

/** One result for each cause, with all its places. */
export const oneResultEach = (findings: readonly Found[]): Reported[] =>
  [...Map.groupBy(findings, causeOf).values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, places: group.map(placeOf) }] : [];
  });

/** What one rule finds for one reason, wherever it does. */
const causeOf = ({ rule, message, expected, received, declaredAt, waivedBy }: Found): string =>
  [rule, message, expected, received, declaredAt, waivedBy].join('\n');

const placeOf = ({ subject, file, line, column }: Found): Reported['places'][number] => ({
  subject,
  file,
  line,
  ...(column !== undefined && { column }),
});
