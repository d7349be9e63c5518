import { z } from 'zod';

import { CronError, parseCron } from '../units/cron.ts';
import { days } from '../units/duration.ts';

/*
 * The message of every check in the schema is the phrase that completes "expected …".
 */

/** @param expected completes "expected …" */
export const text = (expected: string, pattern: RegExp = /^\S(.*\S)?$/su) =>
  z.string({ error: expected }).regex(pattern, { error: expected });

/** A name that Kubernetes takes as a DNS label (RFC 1123). */
export const dnsLabel = text(
  'a name of lower-case letters, digits and hyphens, at most 63 characters',
  /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/,
);

/** Shorter than a DNS label, as the names derived from it have to be labels, too. */
export const shortName = text(
  'a name of lower-case letters, digits and hyphens that begins with a letter, at most 19 characters',
  /^[a-z]([-a-z0-9]{0,17}[a-z0-9])?$/,
);

const durationPhrase = 'a duration such as hours(24)';

export const duration = z.strictObject(
  { seconds: z.int({ error: durationPhrase }).nonnegative({ error: durationPhrase }) },
  { error: durationPhrase },
);

export const positiveDuration = duration.refine(({ seconds }) => seconds > 0, {
  error: 'a duration above zero such as hours(24)',
});

/** S3 counts in whole days. */
export const wholeDays = positiveDuration.refine(({ seconds }) => seconds % days(1).seconds === 0, {
  error: 'a whole number of days such as days(30)',
});

const bytesPhrase = 'an amount of data above zero such as gib(100)';

export const bytes = z.strictObject(
  { bytes: z.int({ error: bytesPhrase }).positive({ error: bytesPhrase }) },
  { error: bytesPhrase },
);

const cronPhrase = 'a cron expression such as "0 2 * * *" (UTC)';

/** Text in the declaration, parsed in the result. */
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
    text('a label value', /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/),
    { error: 'labels such as { app: "orders" }' },
  )
  .refine((value) => Object.keys(value).length > 0, { error: 'at least one label' });

/** Why something is not protected or not done: read by the next reviewer. */
export const reason = text('a reason, in a sentence', /^\S.{8,}\S$/su);
