import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { kubeconfigCluster } from '../src/apiserver/kubeconfig.ts';
import { kubeconfigOf } from '../src/apiserver/kubeconfig-of.ts';
import { CallError } from '../src/call-error.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'resilience-kubeconfig-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const url = 'https://api.example:6443/clusters/one';

interface Parts {
  readonly cluster?: object;
  readonly user?: object;
  readonly current?: string;
}

function fileOf({ cluster = {}, user = { token: 't' }, current = 'one' }: Parts): string {
  const file = join(folder, 'config');
  const config = {
    'current-context': current,
    contexts: [{ name: 'one', context: { cluster: 'c', user: 'u' } }],
    clusters: [{ name: 'c', cluster: { server: url, ...cluster } }],
    users: [{ name: 'u', user }],
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('the cluster of a kubeconfig', () => {
  test('is where it says, by a token', () => {
    const { connection, server } = kubeconfigCluster(fileOf({}));
    expect(connection).toMatchObject({
      host: 'api.example',
      port: 6443,
      path: '/clusters/one',
      token: 't',
      isTrusted: false,
    });
    expect(server).toEqual({ url, isTrusted: false });
  });

  test('has its authority and a certificate from the file, or from others', () => {
    const key = join(folder, 'key.pem');
    writeFileSync(key, 'the key');
    const { connection, server } = kubeconfigCluster(
      fileOf({
        cluster: { 'certificate-authority-data': base64('the authority') },
        user: { 'client-certificate-data': base64('the certificate'), 'client-key': key },
      }),
    );
    expect(connection).toMatchObject({ cert: 'the certificate', key: 'the key' });
    expect(connection.ca()).toBe('the authority');
    expect(server).toEqual({ url, isTrusted: false, ca: 'the authority' });
  });

  test('is taken as it is where its file says so', () => {
    const cluster = { 'insecure-skip-tls-verify': true };
    expect(kubeconfigCluster(fileOf({ cluster })).connection.isTrusted).toBe(true);
  });

  test('is the one that programs are told', () => {
    const file = join(folder, 'told');
    const access = { url, isTrusted: false, ca: 'the authority', token: 't' };
    writeFileSync(file, JSON.stringify(kubeconfigOf(access)));
    const { connection, server } = kubeconfigCluster(file);
    expect({ ...server, token: connection.token }).toEqual(access);
  });

  test('is checked by the authorities that all know where it names none', () => {
    const told = JSON.stringify(
      kubeconfigOf({ ...kubeconfigCluster(fileOf({})).server, token: 't' }),
    );
    expect(told).not.toContain('insecure');
  });

  test.each([
    ['a file that is not there', () => join(folder, 'nothing'), 'ENOENT'],
    ['a context that is not there', () => fileOf({ current: 'two' }), 'it has no context "two"'],
    ['what runs a program to log in', () => fileOf({ user: { exec: {} } }), 'kubectl create token'],
  ])('is not that of %s', (_, file, why) => {
    expect(() => kubeconfigCluster(file())).toThrow(CallError);
    expect(() => kubeconfigCluster(file())).toThrow(why);
  });
});
