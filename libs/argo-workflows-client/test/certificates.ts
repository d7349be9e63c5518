import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A key and the certificate of it, as PEM. */
interface Identity {
  readonly key: string;
  readonly cert: string;
}

export interface Certificates {
  /** The authority's own certificate. */
  readonly ca: string;
  readonly server: Identity;
  readonly client: Identity;
}

export const hasOpenssl = !spawnSync('openssl', ['version']).error;

/** Makes an authority that lives as long as the tests, and signs a server for loopback and a client. */
export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'argo-workflows-client-'));
  const openssl = (...words: readonly string[]): void => {
    execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
  };
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const identity = (name: string, extensions: string): Identity => {
    writeFileSync(join(folder, `${name}.ext`), extensions);
    const subject = ['-subj', `/CN=${name}`, '-keyout', `${name}.key`];
    openssl('req', ...key, ...subject, '-out', `${name}.csr`);
    const authority = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial'];
    const signed = ['-in', `${name}.csr`, '-out', `${name}.crt`, '-extfile', `${name}.ext`];
    openssl('x509', '-req', '-days', '1', ...authority, ...signed);
    return { key: read(`${name}.key`), cert: read(`${name}.crt`) };
  };
  try {
    const subject = ['-subj', '/CN=authority', '-keyout', 'ca.key', '-out', 'ca.crt'];
    openssl('req', '-x509', '-days', '1', ...key, ...subject);
    return {
      ca: read('ca.crt'),
      server: identity('server', 'subjectAltName=IP:127.0.0.1\n'),
      client: identity('client', 'extendedKeyUsage=clientAuth\n'),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
