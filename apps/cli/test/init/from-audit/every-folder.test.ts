import { readdirSync } from 'node:fs';

import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { printValue } from '../../../src/source/print-value.ts';
import { Refusal } from '../../../src/refusal.ts';
import { twoClusters } from '../organisations.ts';
import { corpus, keptBy } from './kept-of.ts';

test.each(some(readdirSync(corpus('')).toSorted()))(
  'what is in %s is kept as source, or refused with a way out',
  (name) => {
    expect(keptOrRefused(name)).toMatch(/^(\{.*\}|fix: .*\S)$/s);
  },
);

function keptOrRefused(name: string): string {
  try {
    const { kept } = keptBy(corpus(name), { ...twoClusters, drRegion: 'ap-northeast-3' });
    return printValue({ services: kept.services, schedules: kept.schedules }).code;
  } catch (error) {
    if (error instanceof Refusal) return `fix: ${error.problems.map(({ fix }) => fix).join('; ')}`;
    throw error;
  }
}
