import { asGiven } from './recovery.ts';
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
};

/** Everything that is declared, and what belongs to no namespace. */
export const allServices: Values = {
  ...askedServices,
  services: '["*"]',
  'cluster-resources': 'true',
};
