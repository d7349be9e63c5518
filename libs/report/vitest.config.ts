export { default } from '@resilience/vitest/config';
