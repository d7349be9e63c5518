import type { Environment } from '@resilience/config/environment';

import type { Report } from '../report.ts';
import { waitUntil } from '../wait-until.ts';
import type { Alertmanager } from './alertmanager.ts';
import { expectThat } from './expect-that.ts';
import { arrivedAt, type Page, pagesOf, postsOf, textOf } from './notices.ts';
import { alertOf, outageOf } from './outage.ts';
import type { Sink } from './sink.ts';

/** Milliseconds that a message may take to arrive. */
export const patience = 30_000;

export interface Live {
  readonly environment: Environment;
  readonly alertmanager: Alertmanager;
  readonly sink: Sink;
}

/** Posts alerts to a real Alertmanager, and looks at what arrives. Each step builds on those before. */
export async function verifyLive(live: Live, report: Report): Promise<void> {
  const { name } = live.environment;
  const steps = [
    ['a region outage is one page', outageIsOnePage],
    ['a page tells each cause, its runbook and the protocol', pageTellsAll],
    ['what follows from the outage is not told, not to owners either', consequencesAreQuiet],
    ['what outlives its cause is told, to its owner as well', survivorIsTold],
    ['what is over is told as resolved, in the same incident', endIsTold],
    ['the heartbeat is passed on', heartbeatIsPassedOn],
    ['mail arrives in plain text, and the watchdog nowhere else', mailArrives],
  ] as const;
  for (const [what, step] of steps) await report.check(`${name}: ${what}`, () => step(live));
}

async function outageIsOnePage(live: Live): Promise<string> {
  const { environment, alertmanager, sink } = live;
  const { all } = outageOf(environment.name);
  await alertmanager.fire(all);
  await waitUntil('somebody is paged', patience, async () => pagesOf(sink).length > 0);
  // Whatever else the outage makes is sent before a later alert, which waits as long.
  await alertmanager.fire([unrelated(live)]);
  await waitUntil('the key is paged', patience, async () => pagesOf(sink).some(isUnrelated));
  // An event with a key that is open adds to its incident, and pages nobody.
  const incidents = incidentsOf(pagesOf(sink).filter((page) => !isUnrelated(page)));
  expectThat(incidents.size === 1, 'one incident', pagesOf(sink));
  return `${all.length} alerts`;
}

async function pageTellsAll({ environment, sink }: Live): Promise<void> {
  const { responder, updatesIn } = environment.notifications.severities.critical;
  const title = `FIRING 5: ${environment.name} critical: `;
  const page = await waitUntil('all of the outage is paged', patience, async () =>
    pagesOf(sink).find(({ payload }) => payload.summary.startsWith(title)),
  );
  const post = await waitUntil('all of the outage is posted', patience, async () =>
    postsOf(sink, 'platform-chat')
      .map(textOf)
      .find((text) => text.startsWith(title)),
  );
  const told = [
    'BackupStorageUnavailable: BackupStorageUnavailable in short',
    'Runbook: https://runbooks.example/VeleroDown.md',
    responder.slice(1),
    `says how things stand in ${placeOf(environment, updatesIn)}.`,
  ];
  for (const text of [JSON.stringify(page), post]) {
    for (const part of told) expectThat(text.includes(part), part, text);
    expectThat(!text.includes('no value'), 'every template filled', text);
  }
  expectThat(page.routing_key === 'routing key of on-call', 'the key of the secret', page);
  expectThat(page.payload.severity === 'critical', 'critical', page);
}

async function consequencesAreQuiet({ environment, sink }: Live): Promise<void> {
  const { consequences } = outageOf(environment.name);
  const said = sink.received.map(({ body }) => body).join('\n');
  for (const { labels } of consequences) {
    const runbook = `/${labels['alertname']}.md`;
    expectThat(!said.includes(runbook), `nothing of ${labels['alertname']}`, said);
  }
  expectThat(postsOf(sink, 'checkout-chat').length === 0, 'nothing for checkout', said);
}

async function survivorIsTold({ environment, alertmanager, sink }: Live): Promise<void> {
  const { causes, consequences, others, dataAge } = outageOf(environment.name);
  const over = [...causes, ...others, ...consequences].filter((alert) => alert !== dataAge);
  await alertmanager.resolve(over);
  const post = await waitUntil('checkout is told', patience, async () =>
    postsOf(sink, 'checkout-chat').at(0),
  );
  const text = textOf(post);
  expectThat(text.includes('FIRING 1: '), 'one alert', text);
  expectThat(
    text.includes('Runbook: https://runbooks.example/BackupDataAgeOverRpo.md'),
    'its runbook',
    text,
  );
}

async function endIsTold(live: Live): Promise<void> {
  const { environment, alertmanager, sink } = live;
  await alertmanager.resolve([outageOf(environment.name).dataAge, unrelated(live)]);
  await waitUntil('both incidents are resolved', patience, async () => {
    const ended = pagesOf(sink).filter(({ event_action: action }) => action === 'resolve');
    return incidentsOf(ended).size === 2;
  });
  const incidents = incidentsOf(pagesOf(sink));
  expectThat(incidents.size === 2, 'the outage and the key', [...incidents]);
  const last = await waitUntil('checkout is told of the end', patience, async () =>
    postsOf(sink, 'checkout-chat')
      .map(textOf)
      .find((text) => text.startsWith('RESOLVED 0')),
  );
  expectThat(last.includes('Over: BackupDataAgeOverRpo'), 'what is over', last);
  expectThat(!last.includes('responds within'), 'no protocol any more', last);
}

async function heartbeatIsPassedOn({ environment, alertmanager, sink }: Live): Promise<void> {
  const labels = { severity: 'none', component: 'monitoring' };
  await alertmanager.fire([alertOf(environment.name, 'ResilienceWatchdog', labels)]);
  await waitUntil('the heartbeat arrives', patience, async () => {
    const [beat] = arrivedAt(sink, 'heartbeat');
    return beat?.body.includes('ResilienceWatchdog');
  });
}

async function mailArrives({ environment, alertmanager, sink }: Live): Promise<void> {
  const labels = { severity: 'info', component: 'backup' };
  await alertmanager.fire([alertOf(environment.name, 'SomethingToKnow', labels)]);
  const mail = await waitUntil('mail arrives', patience, async () => arrivedAt(sink, 'mail').at(0));
  for (const part of [
    `Subject: FIRING 1: ${environment.name} info: SomethingToKnow`,
    'Content-Type: text/plain',
    'Runbook: https://runbooks.example/SomethingToKnow.md',
  ]) {
    expectThat(mail.body.includes(part), part, mail.body);
  }
  expectThat(!mail.body.includes('text/html'), 'no HTML', mail.body);
  // The watchdog fired before, and whoever else it goes to would have it by now.
  const others = sink.received.filter(({ at }) => at !== 'heartbeat');
  expectThat(!JSON.stringify(others).includes('ResilienceWatchdog'), 'no watchdog', others);
}

const unrelated = ({ environment }: Live) =>
  alertOf(environment.name, 'KeyPendingDeletion', {
    severity: 'critical',
    component: 'key',
    key: 'unrelated',
  });

const isUnrelated = ({ payload }: Page): boolean => payload.summary.includes('KeyPendingDeletion');

const incidentsOf = (pages: readonly Page[]): Set<string> =>
  new Set(pages.map(({ dedup_key: key }) => key));

function placeOf({ notifications }: Environment, name: string): string {
  const channel = notifications.channels[name];
  if (channel?.kind !== 'slack') throw new Error(`${name} is not a channel of Slack`);
  return channel.channel;
}
