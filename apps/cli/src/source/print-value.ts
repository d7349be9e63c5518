import { Call } from './call.ts';
import { Spread } from './spread.ts';

/** Source text, and the functions that it calls. */
export interface Printed {
  readonly code: string;
  /** The module that exports a function, by the function's name. */
  readonly names: ReadonlyMap<string, string>;
}

/** Source text in the place of a value, such as the name of a constant. */
export class Code {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Largest first: the first unit that divides a quantity is the one that people would write. */
const units = {
  seconds: [
    ['days', 86_400],
    ['hours', 3_600],
    ['minutes', 60],
    ['seconds', 1],
  ],
  bytes: [
    ['tib', 1024 ** 4],
    ['gib', 1024 ** 3],
    ['mib', 1024 ** 2],
  ],
  usd: [['usd', 1]],
  percent: [['percent', 1]],
} as const;

/**
 * Prints a value of a declaration as TypeScript, its quantities by the functions that make them: `hours(24)`
 * is 86,400 seconds and is printed as `days(1)`.
 *
 * @param locals the names under which a file has imported the functions, by the functions' own names
 * @returns one line; formatting is left to the formatter
 * @throws {TypeError} for what no declaration holds, such as a function, or a quantity that no unit divides
 */
export function printValue(value: unknown, locals: Readonly<Record<string, string>> = {}): Printed {
  const names = new Map<string, string>();
  const code = print(value, (name, from = '@resilience/config') => {
    names.set(name, from);
    return locals[name] ?? name;
  });
  return { code, names };
}

type Name = (name: string, from?: string) => string;

function print(value: unknown, call: Name): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return grouped(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => print(item, call)).join(', ')}]`;
  if (value instanceof Code) return value.text;
  if (value instanceof Call) {
    return `${call(value.name, value.from)}(${print(value.argument, call)})`;
  }
  if (value instanceof Spread) return printSpread(value, call);
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} stands in no declaration`);
  return printQuantity(value, call) ?? printObject(value, call);
}

function printObject(value: object, call: Name): string {
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  if (entries.length === 0) return '{}';
  const printed = entries.map(([key, entry]) => printEntry(key, print(entry, call)));
  return `{ ${printed.join(', ')} }`;
}

const printSpread = ({ call: base, over }: Spread, call: Name): string =>
  `{ ...${print(base, call)}, ${printObject(over, call).slice(2)}`;

/** `orders: {}`, or `objectives` for a constant of the same name. */
export const printEntry = (key: string, code: string): string =>
  key === code ? key : `${printKey(key)}: ${code}`;

/** `orders`, or `'four-hourly'`. */
const printKey = (key: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);

function printQuantity(value: object, call: Name): string | undefined {
  const [[unit, amount] = ['', undefined], ...others] = Object.entries(value);
  if (others.length > 0 || typeof amount !== 'number' || !isUnit(unit)) return undefined;
  const divides = ([, size]: readonly [string, number]): boolean =>
    amount % size === 0 && (amount > 0 || size === 1);
  const [name, size] = units[unit].find(divides) ?? [];
  if (name === undefined || size === undefined) {
    throw new TypeError(
      `${amount} ${unit} cannot be written by ${units[unit].map(([one]) => one).join(', ')}`,
    );
  }
  return `${call(name)}(${grouped(amount / size)})`;
}

const isUnit = (key: string): key is keyof typeof units => key in units;

/** `100_000` */
const grouped = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) >= 10_000
    ? String(value).replaceAll(/\B(?=(\d{3})+$)/g, '_')
    : String(value);
