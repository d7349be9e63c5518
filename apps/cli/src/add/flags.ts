import type { Bytes } from '@resilience/config/bytes';
import type { Duration } from '@resilience/config/duration';

import { Refusal } from '../refusal.ts';
import { parseDuration } from './parse-duration.ts';
import { parseSize } from './size.ts';

/** @throws {Refusal} for what is no duration */
export const durationOf = (flag: string, text: string): Duration =>
  parseDuration(text) ?? refuse(flag, text, 'a duration such as 30d, 12h or 45m');

/** @throws {Refusal} for what is no amount of data */
export const sizeOf = (flag: string, text: string): Bytes =>
  parseSize(text) ?? refuse(flag, text, 'an amount of data such as 20gib');

/** @throws {Refusal} for what is none of the words */
export const wordOf = <const Word extends string>(
  flag: string,
  text: string,
  words: readonly Word[],
): Word => words.find((word) => word === text) ?? refuse(flag, text, `one of ${words.join(', ')}`);

/** @throws {Refusal} for what is not said */
export const needed = (flag: string, text: string | undefined, expected: string): string =>
  text ?? refuse(flag, 'nothing', expected);

function refuse(flag: string, received: string, expected: string): never {
  throw new Refusal(`${flag} takes ${expected}; it was given ${received}`);
}
