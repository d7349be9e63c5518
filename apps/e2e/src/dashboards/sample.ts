export type Labels = Readonly<Record<string, string>>;

/** One value of a series, as Prometheus scrapes it. */
export type Sample = `${string} ${number}\n`;

/** A line of Prometheus' text format; names of labels and values here need no escapes. */
export const sample = (name: string, labels: Labels, value: number): Sample => {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${text}"`);
  return `${name}{${pairs.join(',')}} ${value}\n`;
};
