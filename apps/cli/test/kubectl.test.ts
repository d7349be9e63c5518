import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { kubectlOf, NotFound } from '../src/kubernetes/kubectl.ts';

/** Finds a kubectl that does as the script says. */
function kubectl(script: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-kubectl-'));
  const path = process.env['PATH'];
  process.env['PATH'] = `${folder}${delimiter}${path}`;
  onTestFinished(() => {
    process.env['PATH'] = path;
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, 'kubectl'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'kubectl'), 0o755);
}

const tried = (why: string): string =>
  `echo 'E1128 19:53:13.065793 25405 memcache.go:265] "Unhandled Error" err="${why}"' >&2`;

test.each([
  'Get "https://10.0.0.1/api?timeout=10s": net/http: TLS handshake timeout',
  'net/http: request canceled (Client.Timeout exceeded while awaiting headers)',
  'Get "https://10.0.0.1/api?timeout=10s": context deadline exceeded',
  'dial tcp 10.0.0.1:443: i/o timeout',
])('an API server that does not answer is asked once: %s', async (why) => {
  kubectl(`${tried(why)}\nexec sleep 600`);
  await expect(kubectlOf(undefined).text(['get', 'backups.velero.io'])).rejects.toThrow(
    'kubectl get backups.velero.io: the API server did not answer',
  );
});

test('kubectl is asked to wait no longer than that for each request', async () => {
  kubectl('echo "$@"');
  await expect(kubectlOf('blue').text(['get', 'pods'])).resolves.toBe(
    'get pods --context blue --request-timeout=30s\n',
  );
});

test('of what kubectl says, the log of its tries is left out', async () => {
  const refused = 'The connection to the server 10.0.0.1 was refused';
  kubectl(`${tried(refused)}\n${tried(refused)}\necho '${refused}' >&2\nexit 1`);
  await expect(kubectlOf(undefined).text(['get', 'pods'])).rejects.toThrow(
    new RegExp(`^kubectl get pods: ${refused}$`),
  );
});

test('a timeout that the API server reports is its answer', async () => {
  const webhook = 'failed calling webhook "x": Post "https://x": context deadline exceeded';
  kubectl(`echo 'Error from server (InternalError): ${webhook}' >&2\nexit 1`);
  await expect(kubectlOf(undefined).text(['create'])).rejects.toThrow(
    `kubectl create: Error from server (InternalError): ${webhook}`,
  );
});

test('what is not there is an error of its own', async () => {
  kubectl(`echo 'Error from server (NotFound): pods "x" not found' >&2\nexit 1`);
  await expect(kubectlOf(undefined).text(['get', 'pods', 'x'])).rejects.toThrow(NotFound);
});
