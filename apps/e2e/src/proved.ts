import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { renderedRoot } from './rendered-root.ts';

/** What the rendered report of an environment promises of a service in a disaster, in its own words. */
export interface Promised {
  readonly declaredRpo: string;
  readonly provedRpo: string;
  readonly declaredRto: string;
  readonly provedRto: string;
}

/** @throws when the report does not tell of it */
export function promised(environment: string, service: string, disaster: string): Promised {
  const file = join(renderedRoot, 'environments', environment, 'rendered/recovery.md');
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const row = rows.find(([, of, what]) => of === service && what === disaster);
  if (!row) throw new Error(`${file} does not tell of ${service} and ${disaster}`);
  const [, , , declaredRpo = '', provedRpo = '', declaredRto = '', provedRto = ''] = row;
  return { declaredRpo, provedRpo, declaredRto, provedRto };
}
