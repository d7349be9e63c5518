import { rmSync } from 'node:fs';

import { gib } from '@resilience/config';
import { presets } from '@resilience/config/presets/catalogue';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { add } from '../../src/add/add.ts';
import type { Declared } from '../../src/add/addition.ts';
import { addService } from '../../src/add/service.ts';
import { software } from '../../src/add/software.ts';
import { softwareWords } from '../../src/add/software-words.ts';
import { judgeAnswers, withUsual } from '../../src/init/given-answers.ts';
import { init } from '../../src/init/init.ts';
import { Call } from '../../src/source/call.ts';
import { emptyRepository } from '../empty-repository.ts';
import { twoClusters } from '../init/organisations.ts';

const asked = {
  name: 'shop',
  size: gib(1),
  kind: undefined,
  workload: 'shop',
  labels: { app: 'shop' },
  container: undefined,
  database: undefined,
  path: undefined,
};

/** The preset that a word stands for; undefined for what runs without data. */
function presetOf(word: (typeof softwareWords)[number]): string | undefined {
  const made = software[word](asked);
  const [call]: unknown[] = 'software' in made && Array.isArray(made.software) ? made.software : [];
  return call instanceof Call ? call.name : undefined;
}

test('every preset can be added by a word', () => {
  const words = new Set(softwareWords.map(presetOf));
  expect([...words].filter((name) => name !== undefined).toSorted()).toEqual(
    presets.map(({ name }) => name).toSorted(),
  );
});

let root = '';

beforeAll(async () => {
  root = emptyRepository();
  const judged = judgeAnswers(withUsual(root, { ...twoClusters, drCluster: 'none' }), 'a.yaml');
  if (!judged.ok) throw new Error(JSON.stringify(judged.problems));
  await init(judged.answers, { root, removeSample: false, dryRun: false });
}, 120_000);
afterAll(() => rmSync(root, { recursive: true }));

/** One service of each word, as one addition: all of them are rendered and judged once. */
function serviceOfEach(declared: Declared) {
  const additions = softwareWords.map((word) =>
    addService(declared, word, {
      env: 'production',
      software: word,
      size: '1gib',
      tier: 'standard',
    }),
  );
  return {
    title: 'a service of each word',
    edit: async (editor: Parameters<(typeof additions)[number]['edit']>[0]) => {
      for (const { edit } of additions) await edit(editor);
    },
  };
}

test('what each word declares renders, and has no finding', async () => {
  const { result } = await add(serviceOfEach, { root, agreed: () => Promise.resolve(false) });
  expect(result.problems).toEqual([]);
  expect(result.diff.match(/^\+ +tier: 'standard',$/gm)).toHaveLength(softwareWords.length);
}, 120_000);
