import type { CompleteInput } from '@resilience/config/declaration';
import { primaryEnvironment } from '@resilience/config/fixtures';

import { type Proof, prove } from '../src/prove.ts';

export type Edit = (declaration: CompleteInput) => void;

export const proofs = (edit?: Edit): Record<string, Proof> =>
  Object.fromEntries(prove(primaryEnvironment(edit)).map((proof) => [proof.scenario, proof]));

export const schedule = (declaration: CompleteInput, name: string) => {
  const found = declaration.schedules[name];
  if (!found) throw new Error(`no schedule ${name}`);
  return found;
};

export const shop = ({ services }: CompleteInput) => {
  if (!services['shop']) throw new Error('no shop');
  return services['shop'];
};

export const snapshotFiles: Edit = (declaration) => {
  const { files } = shop(declaration).volumes;
  if (files) files.backup = { method: 'snapshot' };
};

export const replication =
  (to: object): Edit =>
  ({ storage }) => {
    if (storage.kind === 'bucket') Object.assign(storage.replication, to);
  };

export const nowhere: Edit = ({ storage }) => {
  if (storage.kind === 'bucket') {
    storage.replication = { to: 'nowhere', reason: 'It is only a rehearsal.' };
  }
};
