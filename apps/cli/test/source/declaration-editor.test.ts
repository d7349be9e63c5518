import { rmSync } from 'node:fs';

import { gib, hours } from '@resilience/config';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';

import { Refusal } from '../../src/refusal.ts';
import { DeclarationEditor } from '../../src/source/declaration-editor.ts';
import { emptyRepository } from '../empty-repository.ts';

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

const config = 'environments/production/config.ts';
const place = { file: config, name: 'default', path: ['services'] };
const service = { size: gib(5), rto: hours(4) };

async function edited(
  files: Readonly<Record<string, string>>,
  edit = (editor: DeclarationEditor) => editor.addProperty(place, 'loyalty', service),
): Promise<Record<string, string>> {
  const root = emptyRepository(files);
  roots.push(root);
  const editor = await DeclarationEditor.of(root);
  await edit(editor);
  const changes = await editor.changes();
  return Object.fromEntries(changes.map(({ file, after }) => [file, after]));
}

const added = '    loyalty: {\n      size: gib(5),\n      rto: hours(4),\n    },\n';

test('a service is added behind the others, and everything else stays', async () => {
  const before = `import { days, defineEnvironment, gib, hours } from '@resilience/config';

export default defineEnvironment({
  // The shop.
  services: {
    /** Sells. */
    orders: { size: gib(10), rto: hours(4) }, // as agreed
    // media: {},
  },
  kept: days(30), /* for ever */
});
`;
  const after = await edited({ [config]: before });
  expect(after).toEqual({
    [config]: before.replace('    // media: {},\n', `    // media: {},\n${added}`),
  });
});

test.each([
  ['an object with nothing in it', 'services: {}', 'services: {\n    loyalty: {'],
  [
    'an object on one line',
    'services: { orders: 1 }',
    'services: {\n    orders: 1,\n    loyalty: {',
  ],
  [
    'an object without a last comma',
    'services: {\n    orders: 1\n  }',
    'orders: 1,\n    loyalty: {',
  ],
  ['satisfies', 'services: { orders: 1 } satisfies object', 'loyalty: {'],
  ['as const', 'services: { orders: 1 } as const', 'loyalty: {'],
  ['a spread before', 'services: { ...{ a: 1 }, orders: 1 }', 'orders: 1,\n    loyalty: {'],
  ['a later services that counts', 'services: {}, ...{ a: 1 }, services: { orders: 1 }', 'loyalty'],
])('%s is added to', async (_, services, expected) => {
  const source = `import { defineEnvironment } from '@resilience/config';\n\nexport default defineEnvironment({\n  ${services},\n});\n`;
  const { [config]: after = '' } = await edited({ [config]: source });
  expect(after.replaceAll(/\s+/g, ' ')).toContain(expected.replaceAll(/\s+/g, ' '));
  expect(after).toContain("import { defineEnvironment, gib, hours } from '@resilience/config';");
  expect(after.match(/loyalty/g)).toHaveLength(1);
});

test.each([
  ['a constant', 'const services = {\n  orders: 1,\n};\n', 'services', config],
  ['a constant in a spread', 'const base = {\n  services: { orders: 1 },\n};\n', '...base', config],
  [
    'an imported constant',
    "import { services } from '../services.ts';\n",
    'services',
    'environments/services.ts',
  ],
  [
    'a default import',
    "import services from '../services.ts';\n",
    'services',
    'environments/services.ts',
  ],
  [
    'a re-exported constant',
    "import { services } from '../all.ts';\n",
    'services',
    'environments/services.ts',
  ],
])('%s is added to in the file where it stands', async (_, head, property, file) => {
  const after = await edited({
    [config]: `import { defineEnvironment } from '@resilience/config';\n${head}\nexport default defineEnvironment({ ${property} });\n`,
    'environments/services.ts':
      'export const services = { orders: 1 };\nexport default services;\n',
    'environments/all.ts': "export { services } from './services.ts';\n",
  });
  expect(Object.keys(after)).toEqual([file]);
  expect(after[file]).toMatch(/orders: 1,\s+loyalty: \{/);
});

test.each([
  ['a call', 'services: servicesOf(1)', 'servicesOf(1)'],
  ['a computed key', 'services: { ["or" + "ders"]: 1 }, ...rest()', 'rest()'],
  ['a choice', "services: process.env['CI'] ? {} : { a: 1 }", "process.env['CI']"],
  ['what may be assigned to', 'services: later', 'later'],
])('%s is left alone, and the lines are shown to paste', async (_, services, why) => {
  const source = `import { defineEnvironment } from '@resilience/config';\nlet later = {};\nexport default defineEnvironment({\n  ${services},\n});\n`;
  const failed = edited({ [config]: source });
  await expect(failed).rejects.toThrow(Refusal);
  const { message } = (await failed.catch((error: unknown) => error)) as Refusal;
  expect(message).toContain(why);
  expect(message).toMatch(/^environments\/production\/config\.ts:[34] /);
  expect(message).toContain('import gib, hours from @resilience/config');
  expect(message).toMatch(/loyalty: \{ size: gib\(5\), rto: hours\(4\) \},/);
});

test.each([
  ['services: { orders: { tier: 1 } }', 'a service on one line'],
  ['services: {\n    // kept\n    orders: {\n      tier: 1, // why\n    },\n  }', 'lines'],
])('what a service has left out is added with its first item: %s', async (services) => {
  const source = `import { defineEnvironment } from '@resilience/config';\n\nexport default defineEnvironment({ ${services} });\n`;
  const volumes = { ...place, path: ['services', 'orders', 'volumes'] };
  const { [config]: after = '' } = await edited({ [config]: source }, (editor) =>
    editor.addProperty(volumes, 'uploads', { size: gib(5) }),
  );
  expect(after).toMatch(
    /tier: 1,( \/\/ why)?\s+volumes: \{\s+uploads: \{ size: gib\(5\) \},?\s+\},/,
  );
});

test('a file of another style keeps it, and gets the lines alone', async () => {
  const source =
    'import {hours, defineEnvironment} from "@resilience/config"\nexport default defineEnvironment({\n    services: {\n        orders:   1\n    } })\n';
  const { [config]: after = '' } = await edited({ [config]: source });
  expect(after).toBe(
    source
      .replace('{hours, define', '{gib, hours, define')
      .replace('orders:   1\n', `orders:   1,\n${added.replaceAll(/^ {4}/gm, '        ')}`),
  );
});

test('a name that stands for something else in the file is not imported over it', async () => {
  const source = `import { defineEnvironment } from '@resilience/config';\nconst gib = 1;\nexport default defineEnvironment({ services: { orders: gib } });\n`;
  await expect(edited({ [config]: source })).rejects.toThrow('uses the name gib');
});

const comment = fc.constantFrom('', '// why\n', '/* a, { b } */ ', '/** said\n * twice */\n');
const name = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const item = fc.constantFrom(
  '1',
  "'}'",
  '{ a: [1, 2] }',
  '[{ b: "," }]',
  '{\n // in\n c: 1 }',
  '`}`',
);
const entries = fc.uniqueArray(fc.tuple(name, item, comment, comment), {
  selector: ([key]) => key,
  maxLength: 5,
});

test('whatever stands there, the item is added and no other character changes', async () => {
  await fc.assert(
    fc.asyncProperty(entries, fc.boolean(), comment, async (list, comma, end) => {
      const written = list.map(([key, one, before, behind]) => `${before}${key}: ${behind}${one}`);
      const tail = list.length > 0 && comma ? ',' : '';
      const source = `export default {\n  services: {\n${written.join(',\n')}${tail} ${end}\n},\n};\n`;
      const { [config]: after = '' } = await edited({ [config]: source });
      const without = after
        .replace("import { gib, hours } from '@resilience/config';\n", '')
        .replace(/loyalty: \{\s*size: gib\(5\),\s*rto: hours\(4\),?\s*\},?/, '');
      expect(without.replaceAll(/[\s,]/g, '')).toBe(source.replaceAll(/[\s,]/g, ''));
      const base = evaluate(source);
      expect(evaluate(after)).toEqual({ ...base, loyalty: service });
    }),
    { numRuns: 60 },
  );
});

/** The services that a source declares. */
function evaluate(source: string): object {
  const body = source.replace(/^import .*\n/, '').replace('export default', 'return');
  // oxlint-disable-next-line typescript/no-implied-eval
  const { services } = new Function('gib', 'hours', body)(gib, hours) as { services: object };
  return services;
}
