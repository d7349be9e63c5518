import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { channelSecrets } from '@resilience/config/channels';
import type { Environment } from '@resilience/config/environment';

import { declaredNames, load } from '../declared.ts';
import { builtProgram, goProgram } from '../go-program.ts';
import { isBuilt } from '../go-source-program.ts';
import { removeFolder } from '../remove-folder.ts';
import { Report } from '../report.ts';
import { startAlertmanager } from './alertmanager.ts';
import { checkConfig, testRoute } from './amtool.ts';
import { type Generated, generatedConfiguration } from './operator-config.ts';
import { overlaid, withOverlay } from './overlay.ts';
import { alertmanager, amtool, operatorConfig } from './programs.ts';
import { expectThat } from './expect-that.ts';
import { expectedOf, routeCases } from './route-cases.ts';
import { secretsOf } from './secrets.ts';
import { type Sink, startSink } from './sink.ts';
import { skipped } from '../skipped.ts';
import { verifyFallback } from './verify-fallback.ts';
import { type Live, verifyLive } from './verify-live.ts';

/** The channel that wakes somebody up, and is missed most. */
const pager = 'on-call';

const report = new Report();
const asked = process.argv.slice(2);

if (canRun()) {
  process.stdout.write(`changed for this machine: ${overlaid}\n`);
  for (const name of asked.length > 0 ? asked : declaredNames()) {
    await verify(name);
  }
  process.exitCode = report.finish() ? 0 : 1;
} else {
  process.stdout.write(skipped('e2e:routing', 'go, which builds Alertmanager, is not on the PATH'));
}

function canRun(): boolean {
  if (isBuilt(operatorConfig) && builtProgram(alertmanager) && builtProgram(amtool)) return true;
  if (spawnSync('go', ['version']).error) return false;
  process.stdout.write(
    'building Alertmanager and what the operator does, once: about four minutes\n',
  );
  return true;
}

async function verify(name: string): Promise<void> {
  const environment = await load(name);
  await inPlace(async (place) => {
    const text = await verifyConfiguration(environment, place);
    if (text !== undefined) await runLive({ environment, text, place }, verifyLive);
  });
  await inPlace(async (place) => {
    const { configuration: text } = configurationWithout(pager, environment, place);
    await runLive({ environment, text, place }, verifyFallback);
  });
}

async function inPlace(work: (place: Place) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-routing-'));
  const sink = await startSink();
  try {
    await work({ folder, sink });
  } finally {
    sink.stop();
    removeFolder(folder);
  }
}

interface Place {
  readonly folder: string;
  readonly sink: Sink;
}

/** @returns the configuration, if the operator makes one */
async function verifyConfiguration(
  environment: Environment,
  place: Place,
): Promise<string | undefined> {
  const { name, notifications } = environment;
  let text: string | undefined;
  await report.check(`${name}: the operator takes the routing`, async () => {
    const { configuration, rejected } = generatedConfiguration(
      environment,
      secretsOf(notifications, place.sink.address),
    );
    expectThat(Object.keys(rejected).length === 0, 'nothing rejected', rejected);
    text = configuration;
  });
  if (text === undefined) return undefined;
  const file = join(place.folder, 'generated.yaml');
  writeFileSync(file, text);
  await report.check(`${name}: amtool check-config`, async () =>
    checkConfig(goProgram(amtool), file),
  );
  for (const one of routeCases(name)) {
    const expected = expectedOf(one, notifications);
    await report.check(
      `${name}: ${one.what} goes to ${expected.join(' and ') || 'others'}`,
      async () => testRoute(goProgram(amtool), file, { labels: one.labels, expected }),
    );
  }
  for (const { neededBy } of channelSecrets(notifications)) {
    await report.check(
      `${name}: without the Secret of ${neededBy} all others are notified`,
      async () => verifyWithout(neededBy, environment, place),
    );
  }
  return text;
}

/** What the operator makes of the routing while the Secret of one channel is missing. */
function configurationWithout(
  channel: string,
  environment: Environment,
  { sink }: Place,
): Generated {
  const secrets = secretsOf(environment.notifications, sink.address, [channel]);
  return generatedConfiguration(environment, secrets);
}

/**
 * @returns why the operator rejects the one channel
 * @throws when more than that channel is without its routes
 */
function verifyWithout(channel: string, environment: Environment, place: Place): string {
  const { name, notifications } = environment;
  const { configuration, rejected } = configurationWithout(channel, environment, place);
  expectThat(Object.keys(rejected).length === 1, 'one rejected', rejected);
  const file = join(place.folder, `without-${channel}.yaml`);
  writeFileSync(file, configuration);
  for (const one of routeCases(name)) {
    const expected = expectedOf(one, notifications, [channel]);
    testRoute(goProgram(amtool), file, { labels: one.labels, expected });
  }
  return Object.values(rejected).join();
}

interface Running {
  readonly environment: Environment;
  readonly text: string;
  readonly place: Place;
}

async function runLive(
  { environment, text, place: { folder, sink } }: Running,
  steps: (live: Live, report: Report) => Promise<void>,
): Promise<void> {
  mkdirSync(join(folder, 'state'));
  writeFileSync(join(folder, 'alertmanager.yaml'), withOverlay(text, sink));
  const running = await startAlertmanager(goProgram(alertmanager), folder);
  try {
    await steps({ environment, alertmanager: running, sink }, report);
  } finally {
    running.stop();
  }
}
