import { InvalidResponse } from './failures.ts';

/**
 * Reads what the server wrote, by `JSON.parse`.
 *
 * @throws InvalidResponse with the beginning of what is no JSON
 */
export function read<Value>(text: string, parse: (text: string) => Value): Value {
  try {
    return parse(text);
  } catch (cause) {
    throw new InvalidResponse(`not JSON: ${text.trim().slice(0, 100)}`, { cause });
  }
}
