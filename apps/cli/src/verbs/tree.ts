import type { Tree } from '../command-line/verb.ts';
import { channel } from './add/channel.ts';
import { drill } from './add/drill.ts';
import { environment } from './add/environment.ts';
import { schedule } from './add/schedule.ts';
import { service } from './add/service.ts';
import { volume } from './add/volume.ts';
import { audit } from './audit.ts';
import { debug } from './backup/debug.ts';
import { describe } from './backup/describe.ts';
import { list as listBackups } from './backup/list.ts';
import { logs } from './backup/logs.ts';
import { now } from './backup/now.ts';
import { check } from './check.ts';
import { completion } from './completion.ts';
import { cost } from './cost.ts';
import { diff } from './diff.ts';
import { doctor } from './doctor.ts';
import { list as listDrills } from './drill/list.ts';
import { report as reportOfDrill } from './drill/report.ts';
import { run as runDrill } from './drill/run.ts';
import { status as statusOfDrill } from './drill/status.ts';
import { watch } from './drill/watch.ts';
import { pull } from './evidence/pull.ts';
import { explain } from './explain.ts';
import { init } from './init.ts';
import { names } from './names.ts';
import { render } from './render.ts';
import { report } from './report.ts';
import { verify } from './repository/verify.ts';
import { approve } from './restore/approve.ts';
import { plan } from './restore/plan.ts';
import { run as runRestore } from './restore/run.ts';
import { simulate } from './simulate.ts';
import { stacks } from './stacks.ts';
import { status } from './status.ts';

/** Every verb by its name, as the help lists them: to add one is to add its file, and a line here. */
export const tree: Tree = {
  add: {
    summary: 'add to the declarations, and show what the proof says before anything is written',
    verbs: { service, volume, schedule, drill, environment, channel },
  },
  audit,
  backup: {
    summary: 'make backups, and look at them',
    verbs: { now, list: listBackups, describe, logs, debug },
  },
  check,
  completion,
  cost,
  diff,
  doctor,
  drill: {
    summary: 'run declared drills, and see how they go',
    verbs: { list: listDrills, report: reportOfDrill, run: runDrill, watch, status: statusOfDrill },
  },
  evidence: { summary: 'use what drills and recoveries measured', verbs: { pull } },
  explain,
  init,
  names,
  render,
  report,
  repository: { summary: 'look at the repositories of kopia in the bucket', verbs: { verify } },
  restore: {
    summary: 'restore services by their runbooks',
    verbs: { plan, run: runRestore, approve },
  },
  simulate,
  stacks,
  status,
};
