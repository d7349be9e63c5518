import { expect, test } from 'vitest';

import { askMissing, type Question } from '../src/command-line/ask-missing.ts';
import { tree } from '../src/verbs/tree.ts';

/** Asks with answers by the first words of their questions, and notes the questions. */
async function asked(words: string[], answers: Record<string, string>) {
  const questions: Question[] = [];
  const completed = await askMissing(tree, words, {
    lookUp: (kind) => Promise.resolve(kind === 'environments' ? ['live', 'stage'] : []),
    ask: (question) => {
      questions.push(question);
      const found = Object.entries(answers).find(([start]) => question.message.startsWith(start));
      return Promise.resolve(found?.[1]);
    },
  });
  return { completed, questions };
}

test('what a verb needs and the command line leaves out is asked for', async () => {
  const { completed, questions } = await asked(['add', 'service', '--size', '5gib'], {
    'The name of the service': 'shop',
    'The environment': 'live',
    'What holds its data': 'redis',
  });
  expect(completed.join(' ')).toBe('add service --size 5gib shop --env live --software redis');
  expect(questions.map(({ required }) => required)).toEqual([true, true, false, false, false]);
  expect(questions[1]?.choices).toEqual(['live', 'stage']);
});

test('several words answer a flag that takes several', async () => {
  const { completed } = await asked(
    'add schedule hourly --env live --cron * --retention 2d'.split(' '),
    { 'The services that it backs up': 'shop, media' },
  );
  expect(completed.slice(-3)).toEqual(['--covers', 'shop', 'media']);
});

test('one of a few words is chosen', async () => {
  const { questions } = await asked(['add', 'channel', 'team'], { 'The kind': 'slack' });
  expect(questions[0]?.choices).toEqual(['slack', 'pagerduty', 'email']);
});

test.each([
  ['a verb that asks nothing', ['check']],
  ['help', ['add', 'service', '--help']],
  ['what cannot be understood', ['add', 'service', 'shop', '--nonsense']],
  ['no verb', ['nothing']],
])('%s is left as it is', async (_, words) => {
  expect(await asked(words, {})).toEqual({ completed: words, questions: [] });
});
