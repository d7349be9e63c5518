import type { CreateNodeOptions, ScalarTag, SchemaOptions, Tags } from 'yaml';

/** A word that is a type of its own, which hardly any reader knows: it has to be quoted. */
const value: ScalarTag = {
  tag: 'tag:yaml.org,2002:value',
  default: true,
  test: /^=$/,
  resolve: (text) => text,
};

/** A number without a dot is no float, so `1e+21` would be a word. */
const exponent: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  identify: (number) => typeof number === 'number' && /^-?\d+e/.test(String(number)),
  test: /^-?\d+\.0e[-+]\d+$/,
  resolve: Number,
  stringify: ({ value: number }) => String(number).replace('e', '.0e'),
};

/** Ends a line in YAML 1.1, or may not stand in a file of it. */
const unreadable = /(?![\t\n])[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/u;

const escaped: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  identify: (text) => typeof text === 'string' && unreadable.test(text),
  test: unreadable,
  resolve: (text) => text,
  stringify: ({ value: text }) =>
    JSON.stringify(text).replaceAll(
      new RegExp(unreadable, 'gu'),
      (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    ),
};

/**
 * What is written means the same in YAML 1.1 as in YAML 1.2.
 *
 * @see https://yaml.org/type/
 */
export const yaml11 = {
  compat: 'yaml-1.1',
  customTags: (tags: Tags): Tags => [exponent, escaped, ...tags, value],
} as const satisfies SchemaOptions & CreateNodeOptions;
