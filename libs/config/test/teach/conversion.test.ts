import { expect, test } from 'vitest';

import { days, gib, hours, mib, minutes, percent, seconds, usd } from '../../src/index.ts';
import {
  bytes,
  cron,
  dnsLabel,
  money,
  oneOf,
  positiveDuration,
  share,
  text,
} from '../../src/schema/scalars.ts';
import { conversion } from '../../src/teach/conversion.ts';

const account = text('an account such as 111122223333', /^\d{12}$/);

test.each([
  [account, 123_456_789_012, '123456789012', "'123456789012'"],
  [positiveDuration, '24h', hours(24), 'hours(24)'],
  [positiveDuration, '90s', seconds(90), 'seconds(90)'],
  [positiveDuration, '15 min', minutes(15), 'minutes(15)'],
  [positiveDuration, '15m', minutes(15), 'minutes(15)'],
  [positiveDuration, '30 days', days(30), 'days(30)'],
  [bytes, '20Gi', gib(20), 'gib(20)'],
  [bytes, '20 GB', gib(20), 'gib(20)'],
  [bytes, '512Mi', mib(512), 'mib(512)'],
  [bytes, '1.5Gi', gib(1.5), 'gib(1.5)'],
  [share, '50%', percent(50), 'percent(50)'],
  [share, 50, percent(50), 'percent(50)'],
  [money, 200, usd(200), 'usd(200)'],
  [money, '$200', usd(200), 'usd(200)'],
  [money, '200 USD', usd(200), 'usd(200)'],
  [oneOf('critical', 'standard'), 'Critcal', 'critical', "'critical'"],
  [dnsLabel, 'My Service', 'my-service', "'my-service'"],
  [cron, '0 0 2 * * *', '0 2 * * *', "'0 2 * * *'"],
  [cron, '0 2  * * *', '0 2 * * *', "'0 2 * * *'"],
])('of %#: %j is meant as %j', (schema, value, meant, code) => {
  expect(conversion(schema, value)).toMatchObject({ value: meant, code });
});

test.each([
  [account, 12],
  [account, '12345'],
  [positiveDuration, 'soon'],
  [positiveDuration, '20Gi'],
  [positiveDuration, 30],
  [bytes, '24h'],
  [share, '150%'],
  [oneOf('critical', 'standard'), 'gold'],
  [cron, '0 2 * *'],
  [cron, 'daily'],
  [dnsLabel, '../etc'],
])('of %#: %j means nothing for certain', (schema, value) => {
  expect(conversion(schema, value)).toBeUndefined();
});
