import { alertsOf } from './alerts.ts';
import type { Revision } from './revision.ts';

/** Names that one of the revisions has alone. */
export interface Appearing {
  readonly appears: readonly string[];
  readonly vanishes: readonly string[];
}

/** Alerts by name, whatever they are of. */
export const appearingAlerts = (
  before: Revision | undefined,
  after: Revision | undefined,
): Appearing =>
  between(
    before ? alertsOf(before.rendered).map(({ name }) => name) : [],
    after ? alertsOf(after.rendered).map(({ name }) => name) : [],
  );

/** Drills by the name of their CronWorkflow. */
export const appearingDrills = (
  before: Revision | undefined,
  after: Revision | undefined,
): Appearing => between(drillsOf(before), drillsOf(after));

const drillsOf = (revision: Revision | undefined): string[] =>
  (revision?.rendered.of('argoproj.io/CronWorkflow') ?? []).map(({ name }) => name);

function between(before: readonly string[], after: readonly string[]): Appearing {
  const [was, is] = [new Set(before), new Set(after)];
  return {
    appears: [...is].filter((name) => !was.has(name)),
    vanishes: [...was].filter((name) => !is.has(name)),
  };
}
