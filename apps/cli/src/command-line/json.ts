/** As every verb prints it: a duration is a number of seconds, and a schedule its cron expression. */
export const jsonOf = (value: unknown): string => JSON.stringify(value, plain, 2);

function plain(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('seconds' in value && Object.keys(value).length === 1) return value.seconds;
  // A parsed expression holds sets, of which JSON would print nothing.
  return 'expression' in value && 'minutesOfDay' in value ? value.expression : value;
}
