import type { Component } from '../component.ts';
import { archive } from './archive.ts';
import { fileCopies } from './file-copies.ts';
import { keysAndSecrets } from './keys-and-secrets.ts';
import { metadata } from './metadata.ts';
import { movement } from './movement.ts';
import { replica } from './replica.ts';
import { replication } from './replication.ts';
import { requests } from './requests.ts';
import { snapshots } from './snapshots.ts';

export const components: readonly Component[] = [
  snapshots,
  fileCopies,
  metadata,
  replica,
  archive,
  replication,
  requests,
  movement,
  keysAndSecrets,
];
