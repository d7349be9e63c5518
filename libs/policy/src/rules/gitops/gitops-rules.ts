import type { Rule } from '../../rule.ts';
import { applicationsHaveContent } from './applications-have-content.ts';
import { backupsAreNotPruned } from './backups-are-not-pruned.ts';
import { backupsOutliveSchedules } from './backups-outlive-schedules.ts';
import { definitionsAreComplete } from './definitions-are-complete.ts';
import { driftIsMended } from './drift-is-mended.ts';
import { imagesArePinned } from './images-are-pinned.ts';
import { largeObjectsApply } from './large-objects-apply.ts';
import { noRunsInGit } from './no-runs-in-git.ts';
import { onlyRenderedFilesAreApplied } from './only-rendered-files-are-applied.ts';
import { pluginPairsWithServer } from './plugin-pairs-with-server.ts';
import { projectsLeaveRunsAlone } from './projects-leave-runs-alone.ts';

export const gitopsRules: readonly Rule[] = [
  applicationsHaveContent,
  backupsAreNotPruned,
  backupsOutliveSchedules,
  definitionsAreComplete,
  driftIsMended,
  imagesArePinned,
  largeObjectsApply,
  noRunsInGit,
  onlyRenderedFilesAreApplied,
  pluginPairsWithServer,
  projectsLeaveRunsAlone,
];
