export { default } from '@resilience/fixtures/vitest-config';
