import { z } from 'zod';

import type { Bytes } from '../units/bytes.ts';
import { CronError, parseCron } from '../units/cron.ts';
import { type Duration, days } from '../units/duration.ts';
import type { Money } from '../units/money.ts';
import type { Percent } from '../units/percent.ts';

/*
 * The message of every check in the schema is the phrase that completes "expected …".
 */

/** @param expected completes "expected …" */
export const text = (expected: string, pattern: RegExp = /^\S(.*\S)?$/su) =>
  z.string({ error: expected }).regex(pattern, { error: expected });

/** A name that Kubernetes takes as a DNS label (RFC 1123). */
export const dnsLabel = text(
  'a name of lower-case letters, digits and hyphens, at most 63 characters, such as orders',
  /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/,
);

/** Shorter than a DNS label, as the names derived from it have to be labels, too. */
export const shortName = text(
  'a name of lower-case letters, digits and hyphens that begins with a letter, at most 19 characters, such as production',
  /^[a-z]([-a-z0-9]{0,17}[a-z0-9])?$/,
);

export const region = text('an AWS region such as us-east-1', /^[a-z]{2}(-[a-z]+)+-\d+$/);

/**
 * An object with exactly these keys.
 *
 * @param expected completes "expected …" where something else stands
 * @param alsoWritten keys that may be written, and are gone before the object is judged
 */
export const object = <Shape extends z.core.$ZodLooseShape>(
  expected: string,
  shape: Shape,
  alsoWritten: readonly string[] = [],
) =>
  z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys'
        ? `one of ${[...Object.keys(shape), ...alsoWritten].join(', ')}`
        : expected,
  });

/** One of a few words. */
export const oneOf = <const Words extends readonly string[]>(...words: Words) =>
  z.enum(words, { error: `one of ${words.join(', ')}` });

/** @param expected completes "expected …" */
export const nonEmpty = <Item extends z.ZodType>(expected: string, item: Item) =>
  z.array(item, { error: expected }).nonempty({ error: expected });

const isDuration = (value: unknown): value is Duration =>
  isQuantity(value, 'seconds') && value.seconds >= 0;

function isQuantity<Unit extends string>(
  value: unknown,
  unit: Unit,
): value is Readonly<Record<Unit, number>> {
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(value).join(',') === unit && Number.isSafeInteger(Reflect.get(value, unit));
}

export const duration = z.custom<Duration>(isDuration, {
  error: 'a duration such as hours(24)',
});

export const positiveDuration = z.custom<Duration>(
  (value) => isDuration(value) && value.seconds > 0,
  { error: 'a duration above zero such as hours(24)' },
);

const isWholeDays = ({ seconds: total }: Duration): boolean => total % days(1).seconds === 0;

/** @param expected completes "expected …" */
export const inWholeDays = (expected: string) =>
  z.custom<Duration>((value) => isDuration(value) && value.seconds > 0 && isWholeDays(value), {
    error: expected,
  });

/** S3 counts in whole days. */
export const wholeDays = inWholeDays('a whole number of days such as days(30)');

export const bytes = z.custom<Bytes>((value) => isQuantity(value, 'bytes') && value.bytes > 0, {
  error: 'an amount of data above zero such as gib(100)',
});

export const money = z.custom<Money>((value) => isQuantity(value, 'usd') && value.usd > 0, {
  error: 'an amount of money above zero, in whole dollars, such as usd(200)',
});

export const share = z.custom<Percent>(
  (value) => isQuantity(value, 'percent') && value.percent >= 0 && value.percent <= 100,
  { error: 'a share from percent(0) to percent(100) such as percent(50)' },
);

const cronPhrase = 'a cron expression such as "0 2 * * *" (UTC)';

/** When it begins, in UTC: minute, hour, day, month, weekday. */
export const cron = z.string({ error: cronPhrase }).transform((expression, context) => {
  try {
    return parseCron(expression);
  } catch (error) {
    if (!(error instanceof CronError)) throw error;
    context.addIssue({
      code: 'custom',
      message: `${cronPhrase}: ${error.message}`,
      input: expression,
    });
    return z.NEVER;
  }
});

/** Labels by which Kubernetes objects are selected. */
export const labels = z
  .record(
    text(
      'a label key such as app.kubernetes.io/name',
      /^([a-z0-9.-]{1,253}\/)?[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/,
    ),
    text('a label value such as orders', /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/),
    { error: 'labels such as { app: "orders" }' },
  )
  .refine((value) => Object.keys(value).length > 0, {
    error: 'at least one label such as { app: "orders" }',
  });

/** Why something is not protected or not done: read by the next reviewer. */
export const reason = text(
  'a reason in a sentence such as "The data is made again within a day."',
  /^\S.{8,}\S$/su,
);
