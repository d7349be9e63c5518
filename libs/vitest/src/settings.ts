import type { ViteUserConfig } from 'vitest/config';

/** How every test is run, also those that judge mutants. */
export const settings: NonNullable<ViteUserConfig['test']> = {
  // Scripts, servers and command lines are started by tests, on machines that do more.
  testTimeout: 120_000,
  // A test without an expectation, such as of a loop over nothing, is no test.
  expect: { requireAssertions: true },
  // A snapshot is written when somebody asks for it by --update, and never by itself.
  update: 'none',
};
