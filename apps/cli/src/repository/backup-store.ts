import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Backups } from '@resilience/config/environment';

import { aws, AwsFailed, awsJson } from '../aws/aws.ts';
import { Refusal } from '../refusal.ts';

/** What Velero wrote: its bucket, or a copy of that. It is only read. */
export interface BackupStore {
  /** Such as `s3://acme-production-backups-us-east-1`. */
  readonly address: string;
  /** The names of the folders directly below a prefix, which is empty or ends with a slash. */
  readonly folders: (prefix: string) => Promise<string[]>;
  /** Undefined where there is nothing. */
  readonly read: (path: string) => Promise<Buffer | undefined>;
}

/**
 * @param from a folder, `s3://bucket` or `s3://bucket/folder`, instead of the declared one
 * @throws {Refusal} when there is no such folder
 */
export function backupStore({ bucket, region, prefix }: Backups, from?: string): BackupStore {
  if (from === undefined) return bucketStore({ bucket, region, below: prefix });
  if (from.startsWith('s3://')) {
    const [name = '', ...folders] = from.slice(5).replace(/\/+$/, '').split('/');
    const below = folders.map((folder) => `${folder}/`).join('');
    return bucketStore({ bucket: name, region, below });
  }
  if (!existsSync(from)) throw new Refusal(`there is no folder ${from}`);
  return folderStore(from.replace(/(?<=.)\/+$/, ''));
}

const folderStore = (root: string): BackupStore => ({
  address: root,
  folders: (prefix) => {
    const path = join(root, prefix);
    const entries = existsSync(path) ? readdirSync(path, { withFileTypes: true }) : [];
    return Promise.resolve(entries.filter((one) => one.isDirectory()).map(({ name }) => name));
  },
  read: async (path) =>
    existsSync(join(root, path)) ? await readFile(join(root, path)) : undefined,
});

interface Below {
  readonly bucket: string;
  readonly region: string;
  /** Empty, or a folder with a slash at its end. */
  readonly below: string;
}

function bucketStore({ bucket, region, below }: Below): BackupStore {
  const address = `s3://${bucket}/${below}`.replace(/\/$/, '');
  return {
    address,
    folders: async (prefix) => {
      const listing = ['s3api', 'list-objects-v2', '--bucket', bucket, '--region', region];
      const { CommonPrefixes = [] } = await awsJson([
        ...listing,
        '--prefix',
        `${below}${prefix}`,
        '--delimiter',
        '/',
      ]);
      return CommonPrefixes.map(({ Prefix }) => Prefix.slice(below.length + prefix.length, -1));
    },
    read: (path) => readObject(['s3', 'cp', `${address}/${path}`, '-', '--region', region]),
  };
}

async function readObject(words: readonly string[]): Promise<Buffer | undefined> {
  try {
    return await aws(words);
  } catch (error) {
    if (error instanceof AwsFailed && /\b404\b|NoSuchKey/.test(error.said)) return undefined;
    throw error;
  }
}
