import type { Rule } from '../../rule.ts';
import { alarmsReachSomebody } from './alarms-reach-somebody.ts';
import { alertsAreExplained } from './alerts-are-explained.ts';
import { alertsAreRouted } from './alerts-are-routed.ts';
import { alertsResolve } from './alerts-resolve.ts';
import { channelsStandAlone } from './channels-stand-alone.ts';
import { criticalTakesTwoWays } from './critical-takes-two-ways.ts';
import { eventsReachTheirTopic } from './events-reach-their-topic.ts';
import { keysAreGuarded } from './keys-are-guarded.ts';
import { lastStatusIsNotAsked } from './last-status-is-not-asked.ts';
import { lostEventsAreSeen } from './lost-events-are-seen.ts';
import { metricsAreScraped } from './metrics-are-scraped.ts';
import { missingDataIsDecided } from './missing-data-is-decided.ts';
import { monitorsCarryTheLabels } from './monitors-carry-the-labels.ts';
import { objectsMayBeRead } from './objects-may-be-read.ts';
import { receiversNameSecrets } from './receivers-name-secrets.ts';
import { replicationIsWatched } from './replication-is-watched.ts';
import { requestsAreMeasured } from './requests-are-measured.ts';
import { scrapesGetThrough } from './scrapes-get-through.ts';
import { severitiesAreRouted } from './severities-are-routed.ts';
import { topicsAreHeard } from './topics-are-heard.ts';
import { watchdogIsAwake } from './watchdog-is-awake.ts';
import { watchdogIsRouted } from './watchdog-is-routed.ts';

export const alertingRules: readonly Rule[] = [
  alarmsReachSomebody,
  alertsAreExplained,
  alertsAreRouted,
  alertsResolve,
  channelsStandAlone,
  criticalTakesTwoWays,
  eventsReachTheirTopic,
  keysAreGuarded,
  lastStatusIsNotAsked,
  lostEventsAreSeen,
  metricsAreScraped,
  missingDataIsDecided,
  monitorsCarryTheLabels,
  objectsMayBeRead,
  receiversNameSecrets,
  replicationIsWatched,
  requestsAreMeasured,
  scrapesGetThrough,
  severitiesAreRouted,
  topicsAreHeard,
  watchdogIsAwake,
  watchdogIsRouted,
];
