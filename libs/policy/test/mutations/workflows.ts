import type { Edited, Plant } from '../copy.ts';
import { drill, remove, type Row, workflow } from './plants.ts';

const template = (of: string, name: string, change: (found: Edited) => void): Plant =>
  workflow(of, ({ templates }) => change(templates.find((each: Edited) => each.name === name)));
const step = (name: string, change: (found: Edited) => void): Plant =>
  template('resilience-steps', name, change);
const task = (of: string, name: string, change: (found: Edited) => void): Plant =>
  step(of, ({ dag }) => change(dag.tasks.find((each: Edited) => each.name === name)));
const wipe = (text: string, from: string, to = ''): string => {
  if (!text.includes(from)) throw new Error(`${from} is not rendered`);
  return text.replace(from, to);
};

export const workflows: readonly Row[] = [
  [
    'workflows/failures-are-seen',
    'PartiallyFailed is not seen',
    step('restore', (s) => (s.resource.failureCondition = 'status.phase == Failed')),
  ],
  [
    'workflows/recoveries-know-the-disaster',
    'now, unless somebody says when',
    workflow('restore-namespace', (s) => {
      s.arguments.parameters.find((each: Edited) => each.name === 'disaster-at').value = '';
    }),
  ],
  [
    'workflows/recoveries-know-the-disaster',
    'nothing is handed on',
    template('restore-cluster', 'run', ({ dag }) => {
      const recover = dag.tasks.find((each: Edited) => each.name === 'recover');
      recover.arguments.parameters.find((each: Edited) => each.name === 'disaster-at').value = '';
    }),
  ],
  [
    'workflows/runs-are-cleared-away',
    'no TTL',
    workflow('restore-namespace', (s) => delete s.ttlStrategy),
  ],
  [
    'workflows/runs-are-cleared-away',
    'no TTL of a drill',
    drill('validation', (s) => delete s.ttlStrategy),
  ],
  [
    'workflows/accounts-exist',
    'nobody',
    workflow('restore-namespace', (s) => (s.serviceAccountName = 'nobody')),
  ],
  [
    'workflows/accounts-exist',
    'a drill of nobody',
    remove('velero-workflows/serviceaccount-resilience-drills'),
  ],
  [
    'workflows/restores-overwrite-nothing',
    'update',
    step('restore', ({ resource }) => {
      resource.manifest = wipe(resource.manifest, '"none"', '"update"');
    }),
  ],
  [
    'workflows/backups-have-a-ttl',
    'no TTL',
    template('back-up-on-demand', 'back-up', ({ resource }) => {
      resource.manifest = wipe(resource.manifest, '"ttl"', '"tll"');
    }),
  ],
  [
    'workflows/templates-are-there',
    'no template',
    remove('velero-workflows/workflowtemplate-back-up-before-change'),
  ],
  [
    'workflows/references-resolve',
    'a step that is not there',
    task('rehearse', 'plan', (t) => (t.template = 'plane')),
  ],
  [
    'workflows/references-resolve',
    'no shared steps',
    remove('velero-workflows/workflowtemplate-resilience-steps'),
  ],
  [
    'workflows/references-resolve',
    'an exit handler that is not there',
    drill('validation', (s) => (s.onExit = 'farewell')),
  ],
  [
    'workflows/references-resolve',
    'something that a step needs is not given',
    task('rehearse', 'plan', (t) => t.arguments.parameters.pop()),
  ],
  [
    'workflows/references-resolve',
    'something is given that no step asks for',
    task('rehearse', 'plan', (t) => t.arguments.parameters.push({ name: 'x', value: '' })),
  ],
  [
    'workflows/parameters-exist',
    'an output that nothing leaves',
    step('choose-backup', (s) => s.outputs.parameters.shift()),
  ],
  [
    'workflows/parameters-exist',
    'an input that is not asked for',
    step('plan', (s) => (s.script.env[0].value = '{{inputs.parameters.nothing}}')),
  ],
  [
    'workflows/parameters-exist',
    'a parameter of the workflow that nobody is asked for',
    workflow('restore-resources', (s) => s.arguments.parameters.shift()),
  ],
  [
    'workflows/parameters-exist',
    'a name in an expression',
    template('restore-namespace', 'resume-if-paused', ({ steps }) => {
      steps[1][0].when = "{{= steps.look.outputs.parameters['stopped-by'] == workflow.name }}";
    }),
  ],
  [
    'workflows/parameters-exist',
    'an item where there is no list',
    task('verify-service', 'verify', (t) => delete t.withParam),
  ],
  [
    'workflows/steps-are-bounded',
    'a script without end',
    step('pre-flight', (s) => delete s.activeDeadlineSeconds),
  ],
  [
    'workflows/steps-are-bounded',
    'a restore without end',
    step('restore', (s) => delete s.activeDeadlineSeconds),
  ],
  [
    'workflows/steps-are-bounded',
    'all memory of a node',
    step('plan', (s) => delete s.script.resources.limits.memory),
  ],
  [
    'workflows/steps-are-confined',
    'a root file system that can be written',
    step('plan', (s) => (s.script.securityContext.readOnlyRootFilesystem = false)),
  ],
  [
    'workflows/step-images-are-pinned',
    'latest',
    step('plan', (s) => (s.script.image = 'docker.io/alpine/k8s:latest')),
  ],
  [
    'workflows/scripts-are-fixed',
    'a name in the text of a script',
    step('plan', (s) => (s.script.source += '\necho {{workflow.name}}\n')),
  ],
  [
    'workflows/secrets-stay-unsaid',
    'a password in the log',
    step('pre-flight', (s) => (s.script.source += '\necho "$PASSWORD"\n')),
  ],
  [
    'workflows/secrets-stay-unsaid',
    'an address as an argument',
    step('notify-platform-chat', (s) => (s.script.source += '\ncurl "${WEBHOOK}"\n')),
  ],
  [
    'workflows/secrets-stay-unsaid',
    'every command in the log',
    step('pre-flight', (s) => (s.script.source = wipe(s.script.source, 'set -eu', 'set -eux'))),
  ],
  [
    'workflows/settings-are-there',
    'nothing declared',
    remove('velero-workflows/configmap-declared-services'),
  ],
  ['workflows/drills-clean-up', 'no exit handler', drill('validation', (s) => delete s.onExit)],
  [
    'workflows/drills-clean-up',
    'an exit handler that leaves everything',
    step('finish-rehearsal', ({ steps }) => steps.shift()),
  ],
  [
    'workflows/restores-take-turns',
    'no lock',
    step('rehearse-under-lock', (s) => delete s.synchronization),
  ],
  [
    'workflows/restores-take-turns',
    'no lock of recoveries',
    step('recover-under-lock', (s) => (s.synchronization.mutexes = [])),
  ],
];
