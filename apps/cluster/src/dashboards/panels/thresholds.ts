import {
  type Threshold,
  type ThresholdsConfig,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard';

const absolute = (...steps: Threshold[]): ThresholdsConfig => ({
  mode: ThresholdsMode.Absolute,
  steps,
});

/** Yellow from the first value on, red from the second. */
export const risingTo = (warning: number, critical: number): ThresholdsConfig =>
  absolute(
    { value: null, color: 'green' },
    { value: warning, color: 'yellow' },
    { value: critical, color: 'red' },
  );

/** Red from a value on. */
export const below = (limit: number): ThresholdsConfig =>
  absolute({ value: null, color: 'green' }, { value: limit, color: 'red' });

/** Red until a value is reached. */
export const atLeast = (least: number): ThresholdsConfig =>
  absolute({ value: null, color: 'red' }, { value: least, color: 'green' });

/** A share of something that has an end: yellow from 80 % on, red when it is used up. */
export const shareUsed = risingTo(0.8, 1);

/** For what is neither good nor bad. */
export const neutral = absolute({ value: null, color: 'text' });
