/** What `environments/<env>/config.ts` is written with. */
export { defineEnvironment } from './define-environment.ts';
export { gib, mib, tib } from './units/bytes.ts';
export { days, hours, minutes, seconds } from './units/duration.ts';
export { usd } from './units/money.ts';
export { percent } from './units/percent.ts';
