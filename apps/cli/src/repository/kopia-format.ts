import {
  createDecipheriv,
  hkdfSync,
  pbkdf2 as pbkdf2WithCallback,
  scrypt as scryptWithCallback,
} from 'node:crypto';
import { promisify } from 'node:util';

/**
 * The file `kopia.repository`, by which kopia knows whether a password is that of a repository.
 *
 * @see https://github.com/kopia/kopia/blob/v0.22.3/repo/format/format_blob.go
 */
export interface KopiaFormat {
  readonly uniqueId: Buffer;
  readonly deriveKey: DeriveKey;
  /** A nonce, the encrypted configuration of the repository, and the tag that authenticates it. */
  readonly encrypted: Buffer;
}

type DeriveKey = (password: string, salt: Buffer) => Promise<Buffer>;

const scrypt = promisify<string, Buffer, number, object, Buffer>(scryptWithCallback);
const pbkdf2 = promisify(pbkdf2WithCallback);
const bytes = { key: 32, nonce: 12, tag: 16, leastSalt: 16 };

/** @see https://github.com/kopia/kopia/blob/v0.22.3/internal/crypto/pb_key_derivers.go */
const derivations: Readonly<Record<string, DeriveKey>> = {
  'scrypt-65536-8-1': (password, salt) =>
    scrypt(password, salt, bytes.key, { N: 65_536, r: 8, p: 1, maxmem: 128 * 1024 ** 2 }),
  'pbkdf2-sha256-600000': (password, salt) => pbkdf2(password, salt, 600_000, bytes.key, 'sha256'),
};

/** @returns why it is none, where it is none that can be judged */
export function parseKopiaFormat(content: Buffer): KopiaFormat | string {
  const { uniqueID, keyAlgo, encryption, encryptedBlockFormat } = fieldsOf(content);
  const uniqueId = base64(uniqueID);
  const encrypted = base64(encryptedBlockFormat);
  if (encryption !== 'AES256_GCM') return `its encryption is ${named(encryption)}, not AES256_GCM`;
  const deriveKey = derivations[String(keyAlgo)];
  if (!deriveKey) {
    return `its key derivation is ${named(keyAlgo)}, none of ${Object.keys(derivations).join(', ')}`;
  }
  if (uniqueId.length < bytes.leastSalt) return 'it has no unique id';
  if (encrypted.length <= bytes.nonce + bytes.tag) return 'it has no encrypted configuration';
  return { uniqueId, deriveKey, encrypted };
}

/**
 * Whether a password opens a repository: what is encrypted says itself whether the key is right.
 *
 * @see https://github.com/kopia/kopia/blob/v0.22.3/internal/crypto/aesgcm.go
 */
export async function opens(format: KopiaFormat, password: string): Promise<boolean> {
  const { uniqueId, encrypted, deriveKey } = format;
  const master = await deriveKey(password, uniqueId);
  const derived = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', master, uniqueId, purpose, bytes.key));
  const nonce = encrypted.subarray(0, bytes.nonce);
  const cipher = createDecipheriv('aes-256-gcm', derived('AES'), nonce)
    .setAAD(derived('CHECKSUM'))
    .setAuthTag(encrypted.subarray(-bytes.tag));
  try {
    cipher.update(encrypted.subarray(bytes.nonce, -bytes.tag));
    cipher.final();
    return true;
  } catch {
    return false;
  }
}

function fieldsOf(content: Buffer): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(content.toString());
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

const base64 = (value: unknown): Buffer =>
  Buffer.from(typeof value === 'string' ? value : '', 'base64');

const named = (value: unknown): string =>
  value === undefined ? 'not said' : JSON.stringify(value);
