import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { runProgram } from '../../run-program.ts';

interface Image {
  /** As it is declared, with registry and tag. */
  readonly name: string;
  /** A folder of what is in it. */
  readonly root: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly entrypoint?: readonly string[];
}

/**
 * Packs a folder as an image of one layer, in the form that docker saves.
 *
 * @param archive where it is written
 */
export async function packImage(image: Image, archive: string): Promise<void> {
  const folder = `${archive}.packing`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const layer = join(folder, 'layer.tar');
  await runProgram('tar', ['--create', '--numeric-owner', '--file', layer, '-C', image.root, '.']);
  const config = JSON.stringify(configOf(image, await sha256(layer)));
  writeFileSync(join(folder, 'config.json'), config);
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify([{ Config: 'config.json', RepoTags: [image.name], Layers: ['layer.tar'] }]),
  );
  const files = ['manifest.json', 'config.json', 'layer.tar'];
  await runProgram('tar', ['--create', '--file', `${archive}.packed`, '-C', folder, ...files]);
  renameSync(`${archive}.packed`, archive);
  rmSync(folder, { recursive: true });
}

const configOf = ({ variables = {}, entrypoint }: Image, sum: string): object => ({
  architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
  os: 'linux',
  config: {
    Env: Object.entries({ PATH: '/usr/sbin:/usr/bin:/sbin:/bin', ...variables }).map(
      ([key, value]) => `${key}=${value}`,
    ),
    ...(entrypoint && { Entrypoint: entrypoint }),
  },
  rootfs: { type: 'layers', diff_ids: [`sha256:${sum}`] },
});

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
