import { expect, test } from 'vitest';

test('a snapshot that nobody has looked at', () => {
  expect('new').toMatchSnapshot();
});
