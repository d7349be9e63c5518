import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Browser, chromium } from 'playwright-core';

import { debianPackages } from '../debian-packages.ts';

/**
 * The Chromium of Debian, with fonts, unpacked outside the system.
 *
 * @param work a folder for its settings
 * @returns what starts it, or why there can be none here
 */
export function findChromium(
  work: string,
): { readonly start: () => Promise<Browser> } | { readonly missing: string } {
  const found = debianPackages('chromium', 'chromium-common', 'fonts-dejavu-core');
  if ('missing' in found) return found;
  const { folder } = found;
  const program = join(folder, 'usr/lib/chromium/chromium');
  if (!existsSync(program)) return { missing: `there is no ${program} in the package` };
  const fonts = join(work, 'fonts.conf');
  writeFileSync(fonts, fontsOf([join(folder, 'usr/share/fonts')], join(work, 'fonts')));
  return {
    start: () =>
      chromium.launch({
        executablePath: program,
        args: ['--disable-gpu'],
        env: { ...process.env, LD_LIBRARY_PATH: librariesOf(folder), FONTCONFIG_FILE: fonts },
      }),
  };
}

function librariesOf(folder: string): string {
  const machine = spawnSync('uname', ['-m'], { encoding: 'utf8' }).stdout.trim();
  const all = ['usr/lib', 'lib'].map((part) => join(folder, part, `${machine}-linux-gnu`));
  return [...all, ...all.map((one) => join(one, 'pulseaudio'))].join(':');
}

const fontsOf = (folders: readonly string[], cache: string): string =>
  [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((folder) => `  <dir>${folder}</dir>`),
    `  <cachedir>${cache}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
