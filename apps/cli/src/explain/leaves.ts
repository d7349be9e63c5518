import { formatDuration } from '@resilience/config/duration';
import { selectorOf } from '@resilience/config/volumes';

interface Leaf {
  readonly path: string;
  readonly value: string;
}

/** Every value in a part of a declaration, with its place: amounts, labels and commands as one. */
export function leavesOf(path: string, value: unknown): Leaf[] {
  const whole = asOne(path, value);
  if (whole !== undefined) return [{ path, value: whole }];
  if (Array.isArray(value))
    return value.flatMap((item, index) => leavesOf(`${path}[${index}]`, item));
  return Object.entries(value ?? {}).flatMap(([key, inner]) => leavesOf(`${path}.${key}`, inner));
}

/** Undefined where a value has parts that come from several places. */
function asOne(path: string, value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Object.keys(value).length === 0) return 'none';
  if (Array.isArray(value)) {
    return value.every((item) => typeof item === 'string') ? value.join(' ') : undefined;
  }
  if ('seconds' in value) return formatDuration({ seconds: Number(value.seconds) });
  if ('bytes' in value) return `${Number(value.bytes) / 1024 ** 3} GiB`;
  if ('percent' in value) return `${Number(value.percent)} %`;
  if ('expression' in value) return String(value.expression);
  return path.endsWith('Labels') ? selectorOf(textsIn(value)) : undefined;
}

const textsIn = (value: object): Record<string, string> =>
  Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]));
