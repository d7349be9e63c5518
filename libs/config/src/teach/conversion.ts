import { z } from 'zod';

import { gib, mib, tib } from '../units/bytes.ts';
import { days, hours, minutes, seconds } from '../units/duration.ts';
import { usd } from '../units/money.ts';
import { percent } from '../units/percent.ts';
import { decidingWords, defOf, inputSchema } from './schema-at.ts';
import { nearest } from './nearest.ts';

/** What was probably meant by a value of the wrong form. */
export interface Conversion {
  /** Taken by the schema. */
  readonly value: unknown;
  /** As it is written in the declaration. */
  readonly code: string;
  /** What is wrong with what stands there. */
  readonly why: string;
  /** Whether all that is wrong for this reason has one cause, wherever it stands. */
  readonly isOneCause?: boolean;
}

/** @returns undefined where nothing that the schema takes is meant for certain */
export const conversion = (schema: z.core.$ZodType, value: unknown): Conversion | undefined =>
  candidates(schema, value).find((candidate) => takes(schema, candidate.value));

export const takes = (schema: z.core.$ZodType, value: unknown): boolean =>
  z.safeParse(schema, value).success;

function candidates(schema: z.core.$ZodType, value: unknown): Conversion[] {
  if (typeof value === 'number') return ofNumber(value);
  if (typeof value !== 'string') return [];
  return [
    ...ofQuantity(value),
    ...ofDigits(schema, value),
    ...ofWord(wordsOf(schema), value),
    ...ofCron(value),
    ...ofCapitals(value),
  ];
}

/** Of time and data a number leaves open which unit is meant. */
const ofNumber = (value: number): Conversion[] => [
  { value: String(value), code: `'${value}'`, why: 'is a number, and has to be text' },
  {
    value: usd(value),
    code: `usd(${value})`,
    why: 'is a number, and has to be an amount of money',
  },
  { value: percent(value), code: `percent(${value})`, why: 'is a number, and has to be a share' },
];

const ofDigits = (schema: z.core.$ZodType, value: string): Conversion[] =>
  defOf(inputSchema(schema)).type === 'number' && /^\d+(\.\d+)?$/.test(value)
    ? [{ value: Number(value), code: value, why: 'is text, and has to be a number' }]
    : [];

const asText = 'is text, and has to be a quantity with its unit';

/** `24h`, `1.5 days`, `20Gi`, `50%`, `$ 40`: a figure with its unit before or behind it. */
const figure = /^(?<before>\$)?\s*(?<count>\d+(\.\d+)?)\s*(?<unit>[a-z%$]*)$/i;

function ofQuantity(value: string): Conversion[] {
  const { before = '', count = '', unit = '' } = figure.exec(value.trim())?.groups ?? {};
  const name = units.find(([pattern]) => pattern.test(before || unit))?.[1];
  if (count === '' || name === undefined) return [];
  const code = `${name}(${Number(count)})`;
  return [{ value: make[name](Number(count)), code, why: asText, isOneCause: true }];
}

const make = { seconds, minutes, hours, days, mib, gib, tib, usd, percent } as const;

const units: readonly (readonly [RegExp, keyof typeof make])[] = [
  [/^s(ec(ond)?s?)?$/i, 'seconds'],
  [/^m(in(ute)?s?)?$/, 'minutes'],
  [/^h((ou)?rs?)?$/i, 'hours'],
  [/^d(ays?)?$/i, 'days'],
  [/^m(i|ib|b)$/i, 'mib'],
  [/^g(i|ib|b)?$/i, 'gib'],
  [/^t(i|ib|b)?$/i, 'tib'],
  [/^(\$|usd)$/i, 'usd'],
  [/^(%|percent)$/i, 'percent'],
];

function wordsOf(schema: z.core.$ZodType): string[] {
  const def = defOf(inputSchema(schema));
  if (def.type === 'enum') return Object.values(def.entries).map(String);
  if (def.type === 'literal') return def.values.map(String);
  if (def.type !== 'union') return [];
  return def.options.flatMap((option) => wordsOf(option));
}

/** The word of a union that decides, when only it is wrong. */
export function decidingWord(
  union: z.core.$ZodType,
  word: string,
  value: unknown,
): Conversion | undefined {
  const known = decidingWords(union, word).map(String);
  return typeof value === 'string' ? ofWord(known, value)[0] : undefined;
}

function ofWord(known: readonly string[], value: string): Conversion[] {
  const meant = nearest(value, known);
  return meant === undefined
    ? []
    : [{ value: meant, code: `'${meant}'`, why: 'is not one of the words that are known' }];
}

/** A field for seconds before the five that Velero reads. */
function ofCron(value: string): Conversion[] {
  const fields = value.trim().split(/\s+/);
  const five = (
    fields.length === 6 && /^\d+$/.test(fields[0] ?? '') ? fields.slice(1) : fields
  ).join(' ');
  return fields.length < 5 || five === value
    ? []
    : [{ value: five, code: `'${five}'`, why: 'has not the five fields that Velero reads' }];
}

const ofCapitals = (value: string): Conversion[] => {
  const name = value
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[ _.]+/g, '-');
  return name === value || !/^[A-Za-z][\w .-]*$/.test(value)
    ? []
    : [{ value: name, code: `'${name}'`, why: 'is not a name that Kubernetes and AWS take' }];
};
