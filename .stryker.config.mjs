export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: '../../../../.vitest.mutation.ts' },
  mutate: ['src/**/*.ts'],
  coverageAnalysis: 'perTest',
  // What runs while modules load, such as a rule's texts, would need every test for each mutant.
  ignoreStatic: true,
  // Stryker rewrites it by an interface that TypeScript 7 does not have.
  ignorePatterns: ['tsconfig.json'],
  tsconfigFile: 'none',
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  thresholds: { high: 95, low: 90, break: 85 },
  // A slow machine must not count as a mutant that was found.
  timeoutMS: 60_000,
  concurrency: 2,
};
