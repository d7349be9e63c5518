import fc from 'fast-check';
import { expect, test } from 'vitest';

import { InvalidResponse, TooManyRequests } from '../src/failures.ts';
import { lines } from '../src/lines.ts';
import { messages } from '../src/messages.ts';
import { comment, framed, streamError } from './answers.ts';

async function* cut(bytes: Uint8Array, at: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (const to of [...at, bytes.length].toSorted((a, b) => a - b)) {
    yield bytes.subarray(from, to);
    from = to;
  }
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const read = async (text: string): Promise<unknown[]> =>
  all(messages(cut(new TextEncoder().encode(text), []), () => {}));

test('messages are the same wherever the bytes are cut', async () => {
  const results = fc.array(fc.record({ content: fc.string({ unit: 'grapheme' }) }));
  const cuts = fc.array(fc.nat());
  await fc.assert(
    fc.asyncProperty(results, cuts, async (written, places) => {
      const text = written.map((result) => comment + framed({ result })).join('');
      const bytes = new TextEncoder().encode(text);
      const at = places.map((place) => place % (bytes.length + 1));
      expect(await all(messages(cut(bytes, at), () => {}))).toEqual(written);
    }),
  );
});

test('lines are those of the whole text, less one that has not ended', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.array(fc.nat()), async (text, places) => {
      const bytes = new TextEncoder().encode(text);
      const at = places.map((place) => place % (bytes.length + 1));
      expect(await all(lines(cut(bytes, at)))).toEqual(text.split('\n').slice(0, -1));
    }),
  );
});

test('bare JSON lines are read, too', async () => {
  expect(await read('{"result":{"content":"a"}}\n{"result":{"content":"b"}}\n')).toEqual([
    { content: 'a' },
    { content: 'b' },
  ]);
});

test('other fields of an event are passed over', async () => {
  const text = `event: message\nid: 1\nretry: 5\n\n${framed({ result: { content: 'a' } })}`;
  expect(await read(text)).toEqual([{ content: 'a' }]);
});

test('comments are told of', async () => {
  let comments = 0;
  const bytes = new TextEncoder().encode(comment + comment);
  await all(
    messages(cut(bytes, []), () => {
      comments += 1;
    }),
  );
  expect(comments).toBe(2);
});

test.each([
  ['what is no JSON', 'data: {"result": {\n'],
  ['no object', 'data: [1]\n'],
  ['null', 'data: null\n'],
  ['neither result nor error', 'data: {"outcome": {}}\n'],
  ['a result that is a text', 'data: {"result": "text"}\n'],
])('%s is an invalid response', async (_, text) => {
  await expect(read(text)).rejects.toBeInstanceOf(InvalidResponse);
});

test('an error in a stream is thrown after what came before', async () => {
  const text = framed({ result: { content: 'a' } }) + framed(streamError(8, 429, 'EOF'));
  const stream = messages(cut(new TextEncoder().encode(text), []), () => {});
  expect(await stream.next()).toEqual({ done: false, value: { content: 'a' } });
  await expect(stream.next()).rejects.toBeInstanceOf(TooManyRequests);
});
