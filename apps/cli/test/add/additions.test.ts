import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { add } from '../../src/add/add.ts';
import { addChannel } from '../../src/add/channel.ts';
import { addEnvironment } from '../../src/add/environment.ts';
import { addSchedule } from '../../src/add/schedule.ts';
import { addService } from '../../src/add/service.ts';
import { addVolume } from '../../src/add/volume.ts';
import { judgeAnswers, withUsual } from '../../src/init/given-answers.ts';
import { init } from '../../src/init/init.ts';
import { emptyRepository } from '../empty-repository.ts';
import { twoClusters } from '../init/organisations.ts';

const env = 'production';
let root = '';

/** With one environment, whose DR region no cluster waits in. */
beforeAll(async () => {
  root = emptyRepository();
  const judged = judgeAnswers(withUsual(root, { ...twoClusters, drCluster: 'none' }), 'a.yaml');
  if (!judged.ok) throw new Error(JSON.stringify(judged.problems));
  await init(judged.answers, { root, removeSample: false, dryRun: false });
}, 120_000);
afterAll(() => rmSync(root, { recursive: true }));

type Make = Parameters<typeof add>[0];
const look = (make: Make) => add(make, { root, agreed: () => Promise.resolve(false) });

const additions: [string, Make, RegExp][] = [
  [
    'a volume',
    (declared) =>
      addVolume(declared, 'uploads', {
        env,
        service: 'orders',
        size: '50gib',
        label: ['app=uploads'],
      }),
    /^\+ +volumes: \{\n\+ +uploads: \{\n\+ +size: gib\(50\),/m,
  ],
  [
    'a schedule',
    (declared) =>
      addSchedule(declared, 'hourly', { env, cron: '15 * * * *', retention: '2d', budget: '30m' }),
    /^\+ +hourly: \{\n\+ +cron: '15 \* \* \* \*',\n\+ +retention: days\(2\),/m,
  ],
  [
    'a channel',
    (declared) => addChannel(declared, 'team-chat', { kind: 'slack', to: '#team' }),
    /^\+ +'team-chat': \{\n\+ +kind: 'slack',\n\+ +channel: '#team',/m,
  ],
  [
    'a standby',
    (declared) =>
      addEnvironment(declared, 'dr', { cluster: 'dr', identity: 'pod-identity', standbyOf: env }),
    /^\+ +replication: \{ to: 'dr-region', maximumLag: minutes\(15\), readBy: \['dr'\] \},/m,
  ],
];

test.each(additions)(
  '%s is shown as a diff, and not written without a yes',
  async (_, make, diff) => {
    const before = readFileSync(join(root, 'environments/production/config.ts'), 'utf8');
    const { code, result } = await look(make);
    expect(result.diff).toMatch(diff);
    expect([code, result.problems, result.isWritten]).toEqual([0, [], false]);
    expect(readFileSync(join(root, 'environments/production/config.ts'), 'utf8')).toBe(before);
  },
);

/** Larger than what comes back in time. */
const lake: Make = (declared) =>
  addService(declared, 'lake', { env, software: 'postgresql', size: '90tib', tier: 'critical' });

test('what brings a problem is not written, even with a yes', async () => {
  const { code, result } = await add(lake, { root, agreed: () => Promise.resolve(true) });
  expect([code, result.isWritten]).toEqual([2, false]);
  expect(result.problems.map((problem) => problem.code)).toContain('recovery/rto');
});

test.each<[string, Make, string]>([
  ['a name that is taken', (all) => addService(all, 'orders', { env }), 'is declared already'],
  [
    'an unknown environment',
    (all) => addService(all, 'x', { env: 'nope' }),
    'there are production',
  ],
  ['an unknown owner', (all) => addService(all, 'x', { env, owner: 'me' }), 'one of platform'],
  ['no label', (all) => addVolume(all, 'x', { env, service: 'orders', size: '5gib' }), '--label'],
  [
    'no size',
    (all) => addVolume(all, 'x', { env, service: 'orders', size: '5', label: ['a=b'] }),
    '20gib',
  ],
])('%s is refused with what there is', async (_, make, why) => {
  await expect(look(make)).rejects.toThrow(why);
});
