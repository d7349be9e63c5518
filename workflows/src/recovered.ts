import { asGiven } from './recovery.ts';
import { namespace } from './runbook.ts';
import type { Values } from './template.ts';

/** What is asked of who starts a recovery of some services. */
export const servicesAsked = {
  name: 'services',
  description: 'JSON list of declared services, such as ["orders"]',
};

/** Everything of the services that were asked for. */
export const askedServices: Values = {
  ...asGiven('services'),
  kinds: '',
  selector: '',
  volume: '',
  partial: 'false',
  'cluster-resources': 'null',
  remainder: 'null',
};

/** The same, where it is everything that is declared unless some of it is named. */
export const allServicesAsked = {
  name: 'services',
  description: 'JSON list of declared services; all of them unless a backup is missing for some',
  value: '["*"]',
};

/** What is declared, then everything else that backups hold, and what belongs to no namespace. */
export const everything: Values = {
  ...askedServices,
  'cluster-resources': 'true',
  // A new cluster brings its own.
  remainder: JSON.stringify(['kube-node-lease', 'kube-public', 'kube-system', namespace]),
};
