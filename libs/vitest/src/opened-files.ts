import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Names the folder that processes note into. */
export const openedFilesVariable = 'OPENED_FILES';

/** At a file, at what a folder lists, or at all that is below it. */
export type Look = 'file' | 'list' | 'tree';

export interface OpenedFile {
  readonly look: Look;
  readonly path: string;
}

/** Notes what is opened by all processes that this one starts from now on. */
export function startRecording(): { readonly end: () => OpenedFile[] } {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-opened-'));
  const recorder = pathToFileURL(join(import.meta.dirname, 'record-opens.ts')).href;
  const { NODE_OPTIONS: outside = '' } = process.env;
  process.env['NODE_OPTIONS'] = `${outside} --import ${recorder}`.trim();
  process.env[openedFilesVariable] = folder;
  const end = (): OpenedFile[] => {
    const lines = readdirSync(folder).flatMap((name) =>
      readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'),
    );
    return [...new Set(lines)].map(toOpenedFile);
  };
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return { end };
}

function toOpenedFile(line: string): OpenedFile {
  const at = line.indexOf(' ');
  return { look: line.slice(0, at) as Look, path: line.slice(at + 1) };
}
