import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { SoftwareCase } from './software.ts';

export const index = 'products';
export const documents = 5_000;

export const repositoryOf = (data: string): string => join(data, 'snapshots');

/** No backup holds the data of a node. */
const leaveOutData = (data: string): void => rmSync(join(data, 'nodes'), { recursive: true });

/** The file of the repository with most of the documents. */
function largest(data: string): string {
  const files = readdirSync(repositoryOf(data), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const [first] = files.toSorted((one, other) => statSync(other).size - statSync(one).size);
  if (first === undefined) throw new Error(`${repositoryOf(data)} has no file`);
  return first;
}

export const opensearchCases: readonly SoftwareCase[] = [
  { name: 'healthy', files: leaveOutData, outcomes: {} },
  {
    name: 'restored empty',
    from: 'nothing',
    isRefused: true,
    outcomes: { 'db-documents-0': 'damaged' },
    tells: ['db-documents-0', /404/],
  },
  {
    name: 'a file of the repository is missing',
    files: (data) => {
      leaveOutData(data);
      rmSync(largest(data));
    },
    isRefused: true,
    outcomes: { 'db-health': 'damaged', 'db-documents-0': 'damaged' },
    tells: ['db-health', /red/],
  },
];
