/** A call of aws that has a query, as a page or a script shows it. */
export interface Query {
  readonly call: string;
  readonly query: string;
}

/** Every query in a text; lines that go on are read as one. */
export const queriesIn = (text: string): Query[] =>
  text
    .replaceAll(/\\\n\s*/g, ' ')
    // A call may stand in another one.
    .split(/\n|(?=\baws )/)
    .flatMap((call) => {
      const [, single, double, bare] =
        /^aws .*?--query (?:'([^']*)'|"([^"]*)"|(\S+))/.exec(call) ?? [];
      const query = single ?? double ?? bare;
      return query === undefined ? [] : [{ call, query }];
    });

/**
 * Whether it looks at a list as a whole: a sum, a length, the newest, the first. In text, aws asks each page
 * by itself, and answers a line a page.
 *
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-filter.html
 */
export const looksAtTheWhole = (query: string): boolean => {
  // What comes after a list was spread out is of one element.
  const [head = ''] = query.split(/\[\]|\[\*\]|\[\?/);
  return (
    /\w\(|\[-?\d+\]|\[-?\d*:-?\d*/.test(head) || /\|\s*\[/.test(query) || /\)\s*\[/.test(query)
  );
};

export const isJson = (call: string): boolean => call.includes('--output json');
