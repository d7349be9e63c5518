import { output, parameters, passed, type Task } from '../template.ts';
import { tested } from './test-backups.ts';

/** @param remainder namespaces that are not restored with all that is not declared, as JSON; `null` for no such */
export const backupChosen = (remainder: string): Task => ({
  name: 'choose-backup',
  template: 'choose-backup',
  arguments: parameters({
    ...passed('backup', 'before'),
    services: output('plan', 'services'),
    checks: output('plan', 'checks'),
    remainder,
  }),
});

/** @param rights what the account must be allowed, a right a line */
export const nothingInTheWay = (rights: string): Task[] => [
  {
    name: 'pre-flight',
    template: 'pre-flight',
    arguments: parameters({
      namespaces: output('plan', 'namespaces'),
      gibibytes: output('plan', 'gibibytes'),
      rights,
    }),
  },
  {
    name: 'test-backups',
    template: 'test-backups',
    arguments: parameters(
      Object.fromEntries(tested.map((name) => [name, output('choose-backup', name)])),
    ),
  },
];
