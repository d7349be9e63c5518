import { expect, onTestFinished, test, vi } from 'vitest';

import { Report } from '../src/report.ts';

/** What is printed from now on. */
function printed(): { readonly text: () => string } {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  onTestFinished(() => write.mockRestore());
  return { text: () => write.mock.calls.map(([text]) => String(text)).join('') };
}

test('what is skipped is a line, once, and no failure', async () => {
  const { text } = printed();
  const report = new Report();
  await report.check('one', async () => {});
  report.skip('jq', 'it is not on the PATH');
  report.skip('jq', 'it is not on the PATH');
  expect(report.finish()).toBe(true);
  expect(text()).toContain(
    '\nskipped jq: it is not on the PATH\n1 checks passed, 0 failed, 1 skipped\n',
  );
});

test('a check that throws is a failure', async () => {
  printed();
  const report = new Report();
  await report.check('one', () => Promise.reject(new Error('broken')));
  expect(report.finish()).toBe(false);
});

test('a report of nothing is a failure', () => {
  printed();
  expect(new Report().finish()).toBe(false);
});

test('a name in which its end cannot be seen is refused', () => {
  expect(() => new Report().skip('a: b', 'no')).toThrow('has no ": ": a: b');
});
