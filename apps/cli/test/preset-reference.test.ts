import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { presets } from '@resilience/config/presets/catalogue';
import { presetReference } from '@resilience/documents/reference/preset-reference';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { repositoryRoot } from '../src/repository-root.ts';

const { path, content } = presetReference();

test('the reference in the repository is the one that is rendered', () => {
  expect(readFileSync(join(repositoryRoot, 'docs/reference', path), 'utf8')).toBe(content);
});

test.each(some(presets))(
  '$name: the reference says whether it was tried, and where it is from',
  (preset) => {
    const section = content.split('\n## ').find((text) => text.startsWith(`${preset.name}\n`));
    expect(section).toContain(preset.tried);
    for (const source of some(preset.sources)) expect(section).toContain(source);
  },
);

test.each(some(presets.map(({ tried }) => tried)))(
  '%s is run, or written from documentation',
  (tried) => {
    expect(tried).toMatch(/^(run: |written from documentation)/);
  },
);
