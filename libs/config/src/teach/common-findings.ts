/** What is found in every reading alike, and so does not hang on what is put for what is wrong. */
export function common<Found extends object>(readings: readonly (readonly Found[])[]): Found[] {
  const [first = [], ...others] = readings;
  const known = others.map((found) => new Set(found.map((one) => JSON.stringify(one))));
  return first.filter((one) => known.every((texts) => texts.has(JSON.stringify(one))));
}
