/** For the mutation tests of libs: those that judge each rule by itself, not all rules at once. */
export default {
  test: { testTimeout: 120_000, exclude: ['**/rules.test.ts', '**/node_modules/**'] },
};
