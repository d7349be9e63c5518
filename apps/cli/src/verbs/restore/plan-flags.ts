import { environment, optional, toggle } from '../../command-line/flag.ts';

/** What is restored, from when, and where to. */
export const planFlags = {
  env: environment('the environment whose cluster it is restored into'),
  services: optional('<names>', 'declared services, with commas between', 'servicesWithBackups'),
  namespace: optional('<name>', 'all services of a namespace, instead of --services'),
  kinds: optional(
    '<kinds>',
    'only these, with commas between, such as deployments.apps,configmaps',
  ),
  selector: optional('<labels>', 'only what has these labels, such as app=web,tier=front'),
  volume: optional('<name>', 'only this declared volume of the one service'),
  disasterAt: optional(
    '<time>',
    'RFC 3339: when the data was lost, only a backup that was complete before is taken; needed unless it goes into quarantine',
  ),
  before: optional('<time>', 'RFC 3339: no backup that began later'),
  backup: optional('<name>', 'this backup, and not the newest that can serve'),
  intoQuarantine: toggle('beside the service, where nothing gets in or out'),
  context: optional('<name>', 'the context of kubectl (default: the current one)'),
};
