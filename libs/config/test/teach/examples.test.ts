import { runInThisContext } from 'node:vm';

import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';
import { z } from 'zod';

import * as units from '../../src/index.ts';
import { parse } from '../../src/parse.ts';
import { schemaFindings } from '../../src/schema-findings.ts';
import { declaration } from '../../src/schema/declaration.ts';
import { exampleLines, expectedPhrase } from '../../src/teach/example.ts';
import { defOf, inputSchema } from '../../src/teach/schema-at.ts';
import { primaryDeclaration } from '../fixtures/declarations.ts';

/** What lines of a declaration are once the module has run. */
function run(code: string): unknown {
  const names = Object.keys(units);
  const made: unknown = runInThisContext(`(${names.join(', ')}) => (${code})`);
  return typeof made === 'function' ? made(...Object.values(units)) : undefined;
}

/** Each schema below another, once. */
function below(schema: z.core.$ZodType, seen = new Set<z.core.$ZodType>()): Set<z.core.$ZodType> {
  const inner = inputSchema(schema);
  if (seen.has(schema)) return seen;
  seen.add(schema);
  const def = defOf(inner);
  const members =
    def.type === 'object'
      ? Object.values(def.shape)
      : def.type === 'record'
        ? [def.valueType, ...(defOf(def.keyType).type === 'enum' ? [] : [def.keyType])]
        : def.type === 'array'
          ? [def.element]
          : def.type === 'union'
            ? def.options
            : [];
  for (const member of members) below(member, seen);
  return seen;
}

const schemas = [...below(declaration)].map((schema) => [expectedPhrase(schema), schema] as const);

test.each(some(schemas))('the lines for %s are taken', (_, schema) => {
  const value = run(exampleLines(schema).join('\n'));
  expect(z.safeParse(schema, value).error?.issues ?? []).toEqual([]);
});

test('the lines for an empty file are a declaration whose parts fit', () => {
  const [problem, ...others] = schemaFindings(declaration, undefined);
  const [head = '', ...lines] = problem?.fix.split('\n') ?? [];
  const declared = run(lines.join('\n').replace('export default ', '').replace(/;$/, ''));
  const parsed = parse(declared);
  expect([head, others, parsed.ok ? [] : parsed.findings]).toEqual([
    'declare it, as it is with you:',
    [],
    [],
  ]);
});

test.each(some(Object.keys(primaryDeclaration())))('without %s, the lines can be pasted', (key) => {
  const { [key]: _, ...declared }: Record<string, unknown> = primaryDeclaration();
  const parsed = parse(declared);
  const [problem] = parsed.ok ? [] : parsed.findings;
  const [, ...lines] = problem?.fix.split('\n') ?? [];
  const pasted = run(`{${lines.join('\n')}}`);
  expect(schemaFindings(declaration, { ...declared, ...(pasted as object) })).toEqual([]);
});

test('what an empty declaration lacks is one problem', () => {
  const parsed = parse({});
  expect(parsed.ok ? [] : parsed.findings.map(({ path, code }) => [path, code])).toEqual([
    ['', 'config/missing'],
  ]);
});
