import { cpSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { gib } from '@resilience/config/bytes';
import { percent } from '@resilience/config/percent';
import { elasticsearch as preset } from '@resilience/config/presets/elasticsearch';

import { freePort } from '../../free-port.ts';
import { mavenPackages } from '../../maven-packages.ts';
import { secret } from '../engine.ts';
import { answering, ended, startServer } from '../server-process.ts';
import { enterContainer, execute, giveAway } from '../unprivileged.ts';
import { documents, index, opensearchCases, repositoryOf } from './opensearch-cases.ts';
import type { Running, Software } from './software.ts';

/** The last that runs with Java 17. */
const version = '2.19.6';

/** @param folder where the node is laid out */
export async function opensearch(folder: string): Promise<Software | { readonly missing: string }> {
  const found = mavenPackages({
    name: 'opensearch',
    version,
    packages: [
      'org.opensearch:opensearch',
      'org.opensearch:opensearch-plugin-classloader',
      'org.opensearch.plugin:transport-netty4-client',
      'org.apache.logging.log4j:log4j-core:2.25.4',
    ],
  });
  if ('missing' in found) return found;
  const node = {
    home: layOut(found.folder, join(folder, 'opensearch-home')),
    port: await freePort(),
    clusterPort: await freePort(),
  };
  const url = `http://127.0.0.1:${node.port}`;
  return {
    name: 'opensearch',
    version: `OpenSearch, ${version}`,
    preset: (data) =>
      preset({
        flavour: 'opensearch',
        name: 'db',
        labels: { app: 'db' },
        container: 'main',
        url,
        size: gib(1),
        used: percent(1),
        dailyChange: percent(1),
        repository: {
          path: repositoryOf(data),
          labels: { app: 'db' },
          size: gib(1),
          used: percent(1),
          dailyChange: percent(1),
        },
        indices: [{ index, atLeast: documents }],
      }),
    start: (data) => start(data, node),
    fill: () => fill(url),
    container: () =>
      enterContainer({ PATH: '/usr/bin:/bin', HOSTNAME: 'db-0', OPENSEARCH_PASSWORD: secret }),
    cases: opensearchCases,
  };
}

interface Node {
  readonly home: string;
  readonly port: number;
  readonly clusterPort: number;
}

/** As its archive has it, of which the jar files are a part: a module has a folder of its own. */
function layOut(jars: string, home: string): string {
  const library = join(home, 'lib');
  const module = join(home, 'modules/transport-netty4');
  cpSync(jars, library, { recursive: true });
  mkdirSync(module, { recursive: true });
  mkdirSync(join(home, 'plugins'));
  for (const jar of readdirSync(library)) {
    if (/^(netty|transport-netty4)-/.test(jar)) renameSync(join(library, jar), join(module, jar));
  }
  writeFileSync(
    join(module, 'plugin-descriptor.properties'),
    properties({
      name: 'transport-netty4',
      description: 'HTTP and transport',
      version,
      'opensearch.version': version,
      'java.version': '11',
      classname: 'org.opensearch.transport.Netty4Plugin',
    }),
  );
  writeFileSync(
    join(module, 'plugin-security.policy'),
    'grant { permission java.net.SocketPermission "*", "accept,connect,resolve"; };\n',
  );
  giveAway(home);
  return home;
}

const properties = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');

async function start(data: string, node: Node): Promise<Running> {
  const config = configure(data, node);
  const log = join(dirname(data), 'log');
  const child = startServer({
    program: 'java',
    words: [
      '-Xmx400m',
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      '-XX:-UsePerfData',
      '-Djava.security.manager=allow',
      `-Djava.io.tmpdir=${dirname(data)}`,
      '-Dlog4j2.disable.jmx=true',
      `-Dopensearch.path.home=${node.home}`,
      `-Dopensearch.path.conf=${config}`,
      '-Dopensearch.distribution.type=tar',
      '-Dopensearch.bundled_jdk=false',
      '-cp',
      `${node.home}/lib/*`,
      'org.opensearch.bootstrap.OpenSearch',
    ],
    variables: {},
    log,
  });
  await answering(child, 120_000, () => {
    try {
      ask(`http://127.0.0.1:${node.port}`, 'GET', '/_cluster/health');
      return true;
    } catch {
      return false;
    }
  });
  return {
    ports: {},
    freeze: () => child.kill('SIGSTOP'),
    kill: () => ended(child, 'SIGKILL'),
  };
}

function configure(data: string, { port, clusterPort }: Node): string {
  const folder = join(dirname(data), 'config');
  mkdirSync(folder, { recursive: true });
  const settings = {
    'discovery.type': 'single-node',
    'network.host': '127.0.0.1',
    'http.port': String(port),
    'transport.port': String(clusterPort),
    'path.repo': repositoryOf(data),
    'path.data': join(data, 'nodes'),
    'path.logs': join(data, 'logs'),
  };
  writeFileSync(
    join(folder, 'opensearch.yml'),
    Object.entries(settings)
      .map(([key, value]) => `${key}: ${value}\n`)
      .join(''),
  );
  writeFileSync(join(folder, 'log4j2.properties'), 'rootLogger.level = error\n');
  giveAway(folder);
  return folder;
}

function ask(url: string, method: string, path: string, input = ''): string {
  const words = ['--silent', '--fail', '--max-time', '60', '--request', method];
  const body = ['--header', 'Content-Type: application/x-ndjson', '--data-binary', '@-'];
  return execute('curl', [...words, ...(input === '' ? [] : body), `${url}${path}`], { input });
}

function fill(url: string): void {
  const lines = Array.from(
    { length: documents },
    (_, number) => `{"index":{}}\n{"name":"product ${number}"}\n`,
  );
  ask(url, 'POST', `/${index}/_bulk`, lines.join(''));
  ask(url, 'POST', `/${index}/_refresh`);
}
