/**
 * The conditions of `when` and `depends` that runbooks use: words and quoted texts that are compared, and
 * what they come to joined by `&&`, `||`, `!` and parentheses.
 */
export function holds(condition: string, state: (word: string) => boolean): boolean {
  const tokens = condition.match(/'[^']*'|&&|\|\||==|!=|[!()]|[\w.-]+/g) ?? [];
  const rest = [...tokens];
  const result = either(rest, state);
  if (rest.length > 0) throw new Error(`not understood: ${rest.join(' ')} in ${condition}`);
  return result;
}

type State = (word: string) => boolean;

function either(rest: string[], state: State): boolean {
  let result = both(rest, state);
  while (rest[0] === '||') {
    rest.shift();
    const other = both(rest, state);
    result ||= other;
  }
  return result;
}

function both(rest: string[], state: State): boolean {
  let result = one(rest, state);
  while (rest[0] === '&&') {
    rest.shift();
    const other = one(rest, state);
    result &&= other;
  }
  return result;
}

function one(rest: string[], state: State): boolean {
  const token = rest.shift();
  if (token === undefined) throw new Error('a condition ends too soon');
  if (token === '!') return !one(rest, state);
  if (token === '(') {
    const result = either(rest, state);
    if (rest.shift() !== ')') throw new Error('a parenthesis is not closed');
    return result;
  }
  const operator = rest[0];
  if (operator !== '==' && operator !== '!=') return state(token);
  rest.shift();
  const other = rest.shift();
  return (unquoted(token) === unquoted(other ?? '')) === (operator === '==');
}

const unquoted = (text: string): string => text.replace(/^'(.*)'$/, '$1');
