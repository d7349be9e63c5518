import { InvalidArgumentError } from 'commander';

/** Names that a shell can complete. */
export type NameKind = 'environments' | 'services' | 'servicesWithBackups' | 'drills' | 'scenarios';

/** One flag of a verb, whose name is that of the doer's property: `argoServer` is `--argo-server`. */
export interface Flag<Value = unknown> {
  readonly text: string;
  /** As the help shows it, such as `<name>`; undefined for a switch. */
  readonly value?: string;
  readonly required?: boolean;
  readonly default?: Value;
  readonly choices?: readonly string[];
  readonly parse?: (text: string) => Value;
  /** The environment variable that stands for it. */
  readonly variable?: string;
  readonly names?: NameKind;
  /** What `--no-‹name›` does, where there is one: the value is then false. */
  readonly negated?: string;
}

type Optional<Value> = Value | undefined;

/** @param negated what the flag does with `no-` before its name */
export const toggle = (text: string, negated?: string): Flag<Optional<boolean>> => ({
  text,
  ...(negated !== undefined && { negated }),
});

export const optional = (
  value: string,
  text: string,
  names?: NameKind,
): Flag<Optional<string>> => ({ value, text, ...(names && { names }) });

/** One of a few words, which may be left out. */
export const oneOf = (
  value: string,
  text: string,
  choices: readonly string[],
): Flag<Optional<string>> => ({ value, text, choices });

export const optionalList = (value: string, text: string): Flag<Optional<readonly string[]>> => ({
  value,
  text,
});

export const required = (
  value: string,
  text: string,
  choices?: readonly string[],
): Flag<string> => ({ value, text, required: true, ...(choices && { choices }) });

export const withDefault = (value: string, text: string, standard: string): Flag<string> => ({
  value,
  text,
  default: standard,
});

/** The one environment that a verb is about. */
export const environment = (text: string): Flag<string> => ({
  value: '<name>',
  text,
  required: true,
  variable: 'RESILIENCE_ENV',
  names: 'environments',
});

export const environments: Flag<Optional<readonly string[]>> = {
  value: '<name...>',
  text: 'only these environments (default: all)',
  names: 'environments',
};

/** @param formats the first one is taken where none is named */
export const format = <Name extends string>(formats: readonly [Name, ...Name[]]): Flag<Name> => ({
  value: '<name>',
  text: 'how to print',
  choices: formats,
  default: formats[0],
});

interface Bounds {
  readonly low: number;
  readonly high?: number;
}

/** @param standard the value where the flag is left out */
export const wholeNumber = (
  value: string,
  text: string,
  standard: number,
  { low, high = 1_000_000 }: Bounds,
): Flag<number> => ({
  value,
  text,
  default: standard,
  parse: (written) => {
    const count = /^\d+$/.test(written) ? Number(written) : Number.NaN;
    if (count >= low && count <= high) return count;
    throw new InvalidArgumentError(`A whole number from ${low} to ${high} is expected.`);
  },
});
