import { relative } from 'node:path';

import type { Plugin } from 'vitest/config';
import type { TestCase, TestModule } from 'vitest/node';

import { repositoryRoot } from './repository-root.ts';

/** Prints a line for each test that is left out, as `.ci/run` counts them. */
export const skipsAreNamed = (): Plugin => ({
  name: 'skips-are-named',
  configureVitest: ({ vitest }) => {
    vitest.config.reporters.push({
      onTestRunEnd: (modules) => {
        // Who asks for some tests by their name leaves the others out on purpose.
        if (vitest.config.testNamePattern !== undefined) return;
        for (const line of modules.flatMap(skipsIn)) process.stdout.write(`${line}\n`);
      },
    });
  },
});

const skipsIn = (module: TestModule): string[] =>
  [...module.children.allTests('skipped')].map((test) => lineOf(module, test));

function lineOf(module: TestModule, test: TestCase): string {
  const { note } = test.result() as { readonly note?: string };
  const name = [relative(repositoryRoot, module.moduleId), test.fullName].join(' > ');
  return `skipped ${name.replaceAll(': ', ' - ')}: ${note ?? 'the test is skipped'}`;
}
