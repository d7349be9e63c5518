import { output, parameters, passed, type Task } from '../template.ts';
import { tested } from './test-backups.ts';

interface Bounds {
  /** Namespaces that are not restored with all that is not declared, as JSON; `null` for no such. */
  readonly remainder: string;
  /** When the data was lost; empty where it was not. */
  readonly disasterAt: string;
}

export const backupChosen = ({ remainder, disasterAt }: Bounds): Task => ({
  name: 'choose-backup',
  template: 'choose-backup',
  arguments: parameters({
    ...passed('backup', 'before'),
    services: output('plan', 'services'),
    checks: output('plan', 'checks'),
    remainder,
    'disaster-at': disasterAt,
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
