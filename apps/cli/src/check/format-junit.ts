import { formatOthers, formatPlace } from './format-place.ts';
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

function testCase(finding: Reported): string {
  const { rule, subject, message, expected, received, stops, places } = finding;
  const outcome = stops ? 'failure' : 'system-out';
  const text = `${formatPlace(finding)} ${message}: expected ${expected}, received ${received}${formatOthers(places)}`;
  return `    <testcase classname="${escape(rule)}" name="${escape(subject)}"><${outcome}>${escape(text)}</${outcome}></testcase>`;
}

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
