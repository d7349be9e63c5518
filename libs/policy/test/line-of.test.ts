import { expect, test } from 'vitest';

import { lineOf } from '../src/line-of.ts';

const source = `# a comment
kind: Deployment
spec:
  containers:
    - name: a
    - name: b
      image: x
`;

test.each([
  [['kind'], 2],
  [['spec', 'containers', 0, 'name'], 5],
  [['spec', 'containers', 1, 'image'], 7],
  // What is missing stands where it would have to.
  [['spec', 'containers', 1, 'resources', 'limits'], 6],
  [['spec', 'containers', 7], 5],
  [['status'], 1],
  [[], 1],
] as const)('%j stands in line %i', (path, line) => {
  expect(lineOf(source, path)).toBe(line);
});

test('JSON has lines, too', () => {
  expect(lineOf('{\n  "a": {\n    "b": 1\n  }\n}', ['a', 'b'])).toBe(3);
});
