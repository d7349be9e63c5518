import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { commandLine } from '../src/program.ts';

const columns = 60;

test.each(some(commandLine(() => undefined).commands.map((command) => command.name())))(
  'the help of %s fits into a terminal of 60 columns',
  (name) => {
    const command = commandLine(() => undefined).commands.find((one) => one.name() === name);
    command?.configureOutput({ getOutHelpWidth: () => columns });
    // Examples, which are added after this, stay whole, so that they can be copied.
    const lines = (command?.helpInformation() ?? '').split('\n');
    expect(lines.filter(({ length }) => length > columns)).toEqual([]);
    expect(lines.length).toBeGreaterThan(3);
  },
);
