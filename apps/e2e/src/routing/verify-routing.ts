import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Environment } from '@resilience/config/environment';
import { listEnvironments, loadEnvironment } from '@resilience/config/load';

import { builtProgram, goProgram } from '../go-program.ts';
import { isBuilt } from '../go-source-program.ts';
import { repositoryRoot } from '../rendered-stacks.ts';
import { Report } from '../report.ts';
import { startAlertmanager } from './alertmanager.ts';
import { checkConfig, testRoute } from './amtool.ts';
import { generatedConfiguration } from './operator-config.ts';
import { overlaid, withOverlay } from './overlay.ts';
import { alertmanager, amtool, operatorConfig } from './programs.ts';
import { routeCases } from './route-cases.ts';
import { secretsOf } from './secrets.ts';
import { type Sink, startSink } from './sink.ts';
import { verifyLive } from './verify-live.ts';

const report = new Report('Not checked here');
const asked = process.argv.slice(2);

if (canRun()) {
  process.stdout.write(`changed for this machine: ${overlaid}\n`);
  for (const name of asked.length > 0 ? asked : listEnvironments(repositoryRoot)) {
    await verify(name);
  }
  process.exitCode = report.finish() ? 0 : 1;
} else {
  process.stdout.write('skipped: go, which builds Alertmanager, is not on the PATH\n');
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
  const loaded = await loadEnvironment(repositoryRoot, name);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const folder = mkdtempSync(join(tmpdir(), 'resilience-routing-'));
  const sink = await startSink();
  try {
    const text = await verifyConfiguration(loaded.value, { folder, sink });
    if (text !== undefined) await runLive(loaded.value, text, { folder, sink });
  } finally {
    sink.stop();
    rmSync(folder, { recursive: true });
  }
}

interface Place {
  readonly folder: string;
  readonly sink: Sink;
}

/** @returns the configuration, if the operator makes one */
async function verifyConfiguration(
  environment: Environment,
  { folder, sink }: Place,
): Promise<string | undefined> {
  const { name, notifications } = environment;
  const program = goProgram(amtool);
  const file = join(folder, 'generated.yaml');
  let text: string | undefined;
  await report.check(`${name}: the operator takes the routing`, async () => {
    text = generatedConfiguration(environment, secretsOf(notifications, sink.address));
    writeFileSync(file, text);
  });
  if (text === undefined) return undefined;
  await report.check(`${name}: amtool check-config`, async () => checkConfig(program, file));
  for (const one of routeCases(name)) {
    await report.check(
      `${name}: ${one.what} goes to ${one.told.join(' and ') || 'others'}`,
      async () => testRoute(program, file, one),
    );
  }
  return text;
}

async function runLive(
  environment: Environment,
  text: string,
  { folder, sink }: Place,
): Promise<void> {
  mkdirSync(join(folder, 'state'));
  writeFileSync(join(folder, 'alertmanager.yaml'), withOverlay(text, sink));
  const running = await startAlertmanager(goProgram(alertmanager), folder);
  try {
    await verifyLive({ environment, alertmanager: running, sink }, report);
  } finally {
    running.stop();
  }
}
