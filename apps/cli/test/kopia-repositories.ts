import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Files `kopia.repository` that kopia v0.22.3 itself has written, with the passwords that open them:
 *
 *     KOPIA_PASSWORD=… kopia repository create filesystem --path=… ‹options›
 *
 * - `scrypt-v3`: no option, as Velero makes them. `chacha`: --encryption=CHACHA20-POLY1305-HMAC-SHA256
 *   --ecc-overhead-percent=2. `scrypt-v1`, `scrypt-v2`: --format-version=1, 2.
 * - `pbkdf2-v3`: --format-block-key-derivation-algorithm=pbkdf2-sha256-600000.
 * - `changed`: made with the password `before`, then kopia repository change-password --new-password=after.
 */
export const kopiaRepositories = {
  'scrypt-v3': 'static-passw0rd',
  'scrypt-v2': 'correct horse',
  'scrypt-v1': 'Umlaut-pässwörd-€',
  'pbkdf2-v3': 'a password of pbkdf2',
  chacha: 'battery staple',
  changed: 'after',
} as const;

export type KopiaRepository = keyof typeof kopiaRepositories;

export const kopiaRepository = (name: KopiaRepository): Buffer =>
  readFileSync(join(import.meta.dirname, 'kopia-repositories', name, 'kopia.repository'));
