import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { gib } from '@resilience/config/bytes';
import { percent } from '@resilience/config/percent';
import { rabbitmq as preset } from '@resilience/config/presets/rabbitmq';

import { debianPackages } from '../../debian-packages.ts';
import { freePort } from '../../free-port.ts';
import { answering, ended, isListening, startServer } from '../server-process.ts';
import { enterContainer, execute, identity, reachable } from '../unprivileged.ts';
import { definitionsOf, nodeName, queues, rabbitmqCases } from './rabbitmq-cases.ts';
import type { Running, Software } from './software.ts';

interface Node {
  /** The folder of the scripts, and that of the programs of Erlang. */
  readonly scripts: string;
  readonly erlang: string;
  /** A folder for what is written once. */
  readonly own: string;
  readonly port: number;
  readonly clusterPort: number;
  readonly namesPort: number;
}

/** @param folder where programs are copied to, if they cannot be reached where they are */
export async function rabbitmq(folder: string): Promise<Software | { readonly missing: string }> {
  const found = debianPackages('rabbitmq-server');
  if ('missing' in found) return found;
  const root = reachable(found.folder, join(folder, 'rabbitmq-programs'));
  const node: Node = {
    scripts: join(only(join(root, 'usr/lib/rabbitmq/lib'), 'rabbitmq_server-'), 'sbin'),
    erlang: join(root, 'usr/lib/erlang'),
    own: join(folder, 'rabbitmq-own'),
    port: await freePort(),
    clusterPort: await freePort(),
    namesPort: await freePort(),
  };
  writeOwn(node);
  return {
    name: 'rabbitmq',
    version: `RabbitMQ, ${dirname(node.scripts).split('-').at(-1)}`,
    preset: (data) =>
      preset({
        name: 'db',
        labels: { app: 'db' },
        container: 'main',
        size: gib(1),
        used: percent(1),
        dailyChange: percent(1),
        definitions: definitionsOf(data),
        queues: [{ virtualHost: '/', atLeast: queues.length }],
      }),
    start: (data) => start(data, node),
    fill: (data) => {
      const file = join(dirname(data), 'filling.json');
      writeFileSync(file, JSON.stringify({ queues }));
      const options = { ...identity, env: variables(data, node) };
      execute(join(node.scripts, 'rabbitmqctl'), ['import_definitions', file], options);
    },
    hooked: (data) => {
      const exported = JSON.parse(readFileSync(definitionsOf(data), 'utf8')) as typeof empty;
      const missing = queues.filter(
        ({ name }) => !exported.queues.some((queue) => queue.name === name),
      );
      if (missing.length > 0) throw new Error(`not among the definitions: ${missing.length}`);
    },
    container: (data) => enterContainer(variables(data, node)),
    cases: rabbitmqCases,
  };
}

const empty: { readonly queues: readonly { readonly name: string }[] } = { queues: [] };

function only(folder: string, beginning: string): string {
  const name = readdirSync(folder).find((each) => each.startsWith(beginning));
  if (name === undefined) throw new Error(`${folder} has no ${beginning}…`);
  return join(folder, name);
}

/** Debian's erl looks for its own programs in the system alone. */
function writeOwn({ own, erlang }: Node): void {
  mkdirSync(own);
  const program = join(own, 'erl');
  const binaries = only(erlang, 'erts-');
  writeFileSync(
    program,
    `#!/bin/sh\nexport EMU=beam PROGNAME=erl ROOTDIR='${erlang}' BINDIR='${binaries}/bin'\nexec "$BINDIR/erlexec" "$@"\n`,
  );
  chmodSync(program, 0o755);
  writeFileSync(join(own, 'enabled_plugins'), '[].\n');
  writeFileSync(join(own, 'rabbitmq.conf'), '');
}

const variables = (data: string, { own, scripts, ...ports }: Node) => ({
  PATH: `${own}:${scripts}:/usr/bin:/bin`,
  // The client shows by a file here that it may come in.
  HOME: data,
  ERL_EPMD_ADDRESS: '127.0.0.1',
  ERL_EPMD_PORT: String(ports.namesPort),
  RABBITMQ_NODENAME: nodeName,
  RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
  RABBITMQ_NODE_PORT: String(ports.port),
  RABBITMQ_DIST_PORT: String(ports.clusterPort),
  RABBITMQ_MNESIA_BASE: join(data, 'mnesia'),
  RABBITMQ_LOGS: '-',
  RABBITMQ_LOG_BASE: join(data, 'logs'),
  RABBITMQ_CONFIG_FILE: join(own, 'rabbitmq.conf'),
  RABBITMQ_CONF_ENV_FILE: '/nonexistent',
  RABBITMQ_ENABLED_PLUGINS_FILE: join(own, 'enabled_plugins'),
  // The script becomes the server, and is not its parent.
  RUNNING_UNDER_SYSTEMD: 'true',
});

async function start(data: string, node: Node): Promise<Running> {
  const log = join(dirname(data), 'log');
  const names = startServer({
    program: join(only(node.erlang, 'erts-'), 'bin/epmd'),
    words: ['-address', '127.0.0.1', '-port', String(node.namesPort)],
    variables: {},
    log,
  });
  await answering(names, 10_000, () => isListening(node.namesPort));
  const server = startServer({
    program: join(node.scripts, 'rabbitmq-server'),
    words: [],
    variables: variables(data, node),
    log,
  });
  await answering(server, 60_000, () => isListening(node.port)).catch(async (error: unknown) => {
    await ended(names, 'SIGKILL');
    throw error;
  });
  return {
    ports: {},
    freeze: () => server.kill('SIGSTOP'),
    kill: async () => {
      await ended(server, 'SIGKILL');
      await ended(names, 'SIGKILL');
    },
  };
}
