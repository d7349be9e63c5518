import { drillWorkflow } from './names.ts';

/** A name in a label, by which what belongs together is found, has at most so many characters. */
export const labelLength = 63;

/** Argo makes no CronWorkflow with a longer name. @see https://argo-workflows.readthedocs.io/en/latest/cron-workflows/ */
export const cronWorkflowLength = 52;

/** What Argo appends to the name of a CronWorkflow for each of its runs: Unix seconds. */
export const runSuffix = '-1764057600';

/** What a run appends to its name for each Restore: one of a backup and a wave, of which there are less than a hundred. */
export const restoreSuffix = '-99';

/** What Velero appends to the name of a Schedule for each backup. */
export const backupSuffix = '-20261124020000';

/** The Workflow that backs up before a change of an application, and the beginning of its Backup's name. */
export const changeWorkflow = (application: string): string => `before-change-${application}`;

/** What the API server appends to the beginning of a name. */
export const generatedSuffix = '-x7v2p';

/** The longest name of a drill, so that its CronWorkflow, its runs and their Restores have one. */
export const longestDrill =
  Math.min(cronWorkflowLength, labelLength - `${runSuffix}${restoreSuffix}`.length) -
  drillWorkflow('').length;

/** The longest name of a schedule, so that a backup of it fits into the labels of what was copied for it. */
export const longestSchedule = labelLength - backupSuffix.length;

/** The longest name of an application that is backed up before changes, so that its backup does. */
export const longestApplication = labelLength - `${changeWorkflow('')}${generatedSuffix}`.length;
