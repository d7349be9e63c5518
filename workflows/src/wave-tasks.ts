import type { Wave } from '@resilience/config/waves';

/** The tasks that bring a wave back, by their names in a run. */
export const waveTasks = (wave: Wave) => ({
  restore: `restore-${wave}`,
  ready: `await-ready-${wave}`,
  verify: `verify-${wave}`,
  measure: `measure-${wave}`,
  publish: `publish-${wave}`,
});
