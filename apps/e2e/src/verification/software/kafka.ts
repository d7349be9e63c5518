import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { gib } from '@resilience/config/bytes';
import { percent } from '@resilience/config/percent';
import { kafka as preset } from '@resilience/config/presets/kafka';

import { freePort } from '../../free-port.ts';
import { mavenPackages } from '../../maven-packages.ts';
import { answering, ended, isListening, startServer } from '../server-process.ts';
import { enterContainer, execute, identity, reachable } from '../unprivileged.ts';
import { folders, kafkaCases, topics } from './kafka-cases.ts';
import type { Running, Software } from './software.ts';

const version = '4.1.1';
const messages = 5_000;

/** As short a start as there can be; what runs long enough to be compiled well is not here. */
const java = ['java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-XX:-UsePerfData'];

/** What the scripts of Kafka start, by their names. */
const scripts = {
  'kafka-server-start.sh': 'kafka.Kafka',
  'kafka-storage.sh': 'kafka.tools.StorageTool',
  'kafka-topics.sh': 'org.apache.kafka.tools.TopicCommand',
  'kafka-get-offsets.sh': 'org.apache.kafka.tools.GetOffsetShell',
  'kafka-console-producer.sh': 'org.apache.kafka.tools.ConsoleProducer',
};

/** @param folder where programs are copied to, if they cannot be reached where they are */
export async function kafka(folder: string): Promise<Software | { readonly missing: string }> {
  const found = mavenPackages({
    name: 'kafka',
    version,
    packages: ['org.apache.kafka:kafka_2.13', 'org.apache.kafka:kafka-tools'],
  });
  if ('missing' in found) return found;
  const jars = reachable(found.folder, join(folder, 'kafka-programs'));
  const bin = writeScripts(join(folder, 'kafka-bin'), jars);
  const broker = { bin, port: await freePort(), controllerPort: await freePort() };
  const bootstrap = `127.0.0.1:${broker.port}`;
  return {
    name: 'kafka',
    version: `Kafka, ${version}`,
    preset: () =>
      preset({
        name: 'db',
        labels: { app: 'db' },
        container: 'main',
        size: gib(1),
        used: percent(1),
        dailyChange: percent(1),
        bin,
        bootstrap,
        topics: [{ topic: topics[0], atLeast: messages }],
      }),
    start: (data) => start(data, broker),
    fill: () => fill(bin, bootstrap),
    container: () => enterContainer({ PATH: '/usr/bin:/bin' }),
    cases: kafkaCases,
  };
}

/** The jar files come without the scripts. */
function writeScripts(folder: string, jars: string): string {
  mkdirSync(folder);
  for (const [script, main] of Object.entries(scripts)) {
    const path = join(folder, script);
    writeFileSync(path, `#!/bin/sh\nexec ${java.join(' ')} -cp '${jars}/*' ${main} "$@"\n`);
    chmodSync(path, 0o755);
  }
  return folder;
}

function fill(bin: string, bootstrap: string): void {
  const run = (script: string, words: readonly string[], options = {}): string =>
    execute(join(bin, script), ['--bootstrap-server', bootstrap, ...words], {
      ...identity,
      ...options,
    });
  for (const topic of topics) run('kafka-topics.sh', ['--create', '--topic', topic]);
  run('kafka-console-producer.sh', ['--topic', topics[0]], { input: 'order\n'.repeat(messages) });
}

interface Broker {
  readonly bin: string;
  readonly port: number;
  readonly controllerPort: number;
}

async function start(data: string, { bin, port, controllerPort }: Broker): Promise<Running> {
  const properties = join(dirname(data), 'server.properties');
  writeFileSync(
    properties,
    Object.entries({
      'process.roles': 'broker,controller',
      'node.id': '1',
      'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
      'controller.listener.names': 'CONTROLLER',
      listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
      'log.dirs': folders.map((each) => join(data, each)).join(','),
    })
      .map(([key, value]) => `${key}=${value}\n`)
      .join(''),
  );
  // As the images do with a volume that holds nothing.
  if (!existsSync(join(data, folders[0]))) {
    const words = ['format', '--cluster-id', clusterId, '--config', properties];
    execute(join(bin, 'kafka-storage.sh'), words, identity);
  }
  const child = startServer({
    program: join(bin, 'kafka-server-start.sh'),
    words: [properties],
    variables: {},
    log: join(dirname(data), 'log'),
  });
  await answering(child, 60_000, () => isListening(port));
  return {
    ports: {},
    freeze: () => child.kill('SIGSTOP'),
    kill: () => ended(child, 'SIGKILL'),
  };
}

/** As `kafka-storage.sh random-uuid` makes one. */
const clusterId = 'cmVzaWxpZW5jZS1leGFtcA';
