import { output, parameters, passed, type Task } from '../template.ts';

export const backupChosen: Task = {
  name: 'choose-backup',
  template: 'choose-backup',
  arguments: parameters({
    ...passed('backup', 'before'),
    namespaces: output('plan', 'namespaces'),
  }),
};

/** @param rights what the account must be allowed, a right a line */
export const nothingInTheWay = (rights: string): Task => ({
  name: 'pre-flight',
  template: 'pre-flight',
  arguments: parameters({
    namespaces: output('plan', 'namespaces'),
    gibibytes: output('plan', 'gibibytes'),
    rights,
  }),
});
