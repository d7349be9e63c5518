/** A series and its value, as a line of the text that Prometheus scrapes. */
interface Series {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: string;
}

const line = /^(\w+)(?:\{(.*)\})? (\S+)$/;
const label = /(\w+)="((?:[^"\\]|\\.)*)"/g;

/** Every series of a scraped text. */
export const seriesOf = (text: string): Series[] =>
  text.split('\n').flatMap((each) => {
    const [, name, labels = '', value] = line.exec(each) ?? [];
    if (name === undefined || value === undefined) return [];
    return {
      name,
      value,
      labels: Object.fromEntries(
        [...labels.matchAll(label)].map(([, key = '', content = '']) => [key, content]),
      ),
    };
  });

/** A series as Prometheus keeps it, with its labels in order. */
export function formatSeries({ name, labels, value }: Series, dropped: RegExp): string {
  const kept = Object.entries(labels)
    .filter(([key]) => !dropped.test(key))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, content]) => `${key}="${content}"`);
  const number = name.endsWith('_created_timestamp_seconds') ? 'CREATED' : String(Number(value));
  return `${name}{${kept.join()}} ${number}`;
}
