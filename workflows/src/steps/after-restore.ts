import { output, parameters, passed, type Task } from '../template.ts';

/** @param partial whether what is declared may be missing, as JSON */
export const ready = (partial: string): Task => ({
  name: 'await-ready',
  template: 'await-ready',
  arguments: parameters({ ...passed('services', 'deadline'), partial }),
});

/** All declared checks, each by itself, so that one that fails hides no other. */
export const verified: Task = {
  name: 'verify',
  template: 'verify',
  withParam: '{{inputs.parameters.checks}}',
  arguments: parameters({
    ...passed('backup-started-at'),
    check: '{{item.check}}',
    namespace: '{{item.namespace}}',
  }),
};

/** @param disasterAt when the data was lost; empty where it was not */
export const measured = (disasterAt: string): Task => ({
  name: 'measure',
  template: 'measure',
  arguments: parameters({
    ...passed('services', 'scenario', 'started-at', 'backup-started-at'),
    'disaster-at': disasterAt,
  }),
});

export const published: Task = {
  name: 'publish',
  template: 'publish-measurement',
  withParam: output('measure', 'services'),
  arguments: parameters({
    ...passed('drill'),
    service: '{{item.service}}',
    scenario: '{{item.scenario}}',
    'recovery-time': '{{item.recoveryTimeSeconds}}',
    'data-loss': '{{item.dataLossSeconds}}',
  }),
};
