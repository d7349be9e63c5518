import { access } from './access.ts';
import { alerting } from './alerting.ts';
import { cost } from './cost.ts';
import { encryption } from './encryption.ts';
import { gitops } from './gitops.ts';
import { recovery } from './recovery.ts';
import { retention } from './retention.ts';
import { notified } from './routing.ts';
import { scheduling } from './scheduling.ts';
import { workflows } from './workflows.ts';

/** What breaks a rule, at least once for each. */
export const mutations = [
  ...access,
  ...alerting,
  ...notified,
  ...cost,
  ...encryption,
  ...gitops,
  ...recovery,
  ...retention,
  ...scheduling,
  ...workflows,
].map(([rule, what, plant, environment = 'production']) => ({ rule, what, plant, environment }));
