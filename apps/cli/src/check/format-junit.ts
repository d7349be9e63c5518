import type { Reported, Result } from './reported.ts';

/** A suite for each environment; what does not stand in the way is not a failure. */
export const formatJunit = (results: readonly Result[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    ...results.map(({ environment, applied, findings }) =>
      [
        `  <testsuite name="${environment}" tests="${applied}" failures="${findings.filter(({ stops }) => stops).length}">`,
        ...findings.map(testCase),
        '  </testsuite>',
      ].join('\n'),
    ),
    '</testsuites>',
    '',
  ].join('\n');

function testCase({
  rule,
  subject,
  message,
  file,
  line,
  expected,
  received,
  stops,
}: Reported): string {
  const outcome = stops ? 'failure' : 'system-out';
  const text = `${file}:${line} ${message}: expected ${expected}, received ${received}`;
  return `    <testcase classname="${escape(rule)}" name="${escape(subject)}"><${outcome}>${escape(text)}</${outcome}></testcase>`;
}

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
