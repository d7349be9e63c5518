import type { DisasterGuide } from './disaster-guide.ts';
import { wholeCluster } from './whole-cluster.ts';

const everything = wholeCluster('restore-cluster');

export const maliciousDeletion: DisasterGuide = {
  title: 'Malicious deletion',
  means:
    'Somebody deletes or encrypts data and backups on purpose. Every service is restored in a clean place, from copies that were out of reach; the time counts from the moment that it is found out.',
  sign: 'Somebody with the cluster’s rights deletes or encrypts on purpose: backups vanish before they expire, DeleteBackupRequests appear, schedules are paused, files have new names.',
  first:
    'Shut the intruder out before restoring: cut the old cluster off, take the rights of its roles, and keep it as evidence. The recovery time runs from the discovery.',
  never:
    'Do not restore into the old cluster. Do not use its credentials, images or secrets without the security contact. Do not pay, and do not answer, without the incident commander.',
  phases: {
    ...everything,
    decision: {
      does: 'Security and the incident commander decide which moment was still clean: backups after it may hold the intruder’s work. That moment, not the newest backup, is what is restored. Communications speaks only what legal has seen.',
      verify: 'The clean moment is written down, and the old cluster cannot reach S3 any more.',
    },
    'cluster-build': {
      does: 'Build a clean cluster in the DR region, from Git alone, as the environment that mounts the replica. Secrets come anew from their store, rotated; nothing is copied from the old cluster.',
    },
    'replica-mount': {
      does: 'See that the replica holds the backups of before. The intruder’s roles have no right in it, and deletions are not replicated. If the newest are spoilt, older ones are there until they expire; [the archive](../thaw-the-archive.md) has more.',
    },
    'pre-flight': {
      ...everything['pre-flight'],
      does: 'Set the clean moment: the runbook takes for each namespace the newest backup from before it. Where there is time, look into a copy first: `restore-into-quarantine` takes the same backups, and nothing gets out of it.',
    },
    checks: {
      does: 'Make the declared checks, and look for what was planted: new accounts, jobs, webhooks, images. Security releases each service before it takes traffic.',
    },
  },
  rollBack:
    'Delete what was restored and take an older moment. The old cluster stays cut off in any case.',
  said: 'somebody has damaged our systems on purpose. We are restoring them in a clean place, from copies that were out of reach.',
};
