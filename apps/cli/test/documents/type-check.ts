import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { type DeclarationInput, declaration } from '@resilience/config/declaration';
import { parse } from '@resilience/config/parse';
import { programRoot } from '@resilience/fixtures/program-root';

import { repositoryRoot } from '../../src/repository-root.ts';
import type { Block } from './blocks.ts';

/** Where a block of TypeScript belongs, by what it begins with. */
type Place = 'stack' | 'declaration' | 'service' | 'module';

function placeOf(text: string): Place {
  if (text.startsWith('this.')) return 'stack';
  const [, key] = /^'?([\w-]+)'?: [[{]/.exec(text) ?? [];
  if (key === undefined) return 'module';
  return key in declaration.shape ? 'declaration' : 'service';
}

/** What the block is typed into: a stack of Terraform, the declaration of production, or a file of its own. */
function moduleOf(text: string): string {
  const place = placeOf(text);
  if (place === 'module') return text;
  if (place === 'stack') {
    return `import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
export class Shown extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    ${text}
  }
}
`;
  }
  const type = place === 'service' ? "DeclarationInput['services']" : 'Partial<DeclarationInput>';
  return `import type { DeclarationInput } from '@resilience/config/declaration';
${readFileSync(join(repositoryRoot, 'environments/production/config.ts'), 'utf8')}
export const shown = { ${text} } satisfies ${type};
`;
}

export interface Checked {
  /** What the compiler and the schema say, with the page and line of each block. */
  readonly faults: readonly string[];
}

/** Type-checks blocks, and parses those that are a part of a declaration as a part of production's. */
export async function typeCheck(blocks: readonly Block[]): Promise<Checked> {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-blocks-'));
  try {
    symlinkSync(join(programRoot, 'node_modules'), join(folder, 'node_modules'));
    mkdirSync(join(folder, 'shown'));
    cpSync(join(programRoot, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
    const organisation = join(repositoryRoot, 'environments/organisation.ts');
    cpSync(organisation, join(folder, 'organisation.ts'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(
      join(folder, 'tsconfig.json'),
      '{ "extends": "./tsconfig.base.json", "include": ["shown/*.ts"] }',
    );
    for (const block of blocks) writeFileSync(pathIn(folder, block), moduleOf(block.text));
    const compiled = compile(folder);
    if (compiled.length > 0) return { faults: compiled };
    const parsed = await Promise.all(blocks.map((block) => faultsOfDeclaration(folder, block)));
    return { faults: parsed.flat() };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const pathIn = (folder: string, { page, line }: Block): string =>
  join(folder, 'shown', `${page.replaceAll('/', '-')}-${line}.ts`);

function compile(folder: string): string[] {
  const tsc = join(programRoot, 'node_modules/.bin/tsc');
  const { stdout } = spawnSync(tsc, ['--project', folder, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  });
  // Lines that begin with a space say more of the fault above.
  return stdout.split('\n').filter((line) => line !== '' && !line.startsWith(' '));
}

async function faultsOfDeclaration(folder: string, block: Block): Promise<string[]> {
  const place = placeOf(block.text);
  if (place !== 'declaration' && place !== 'service') return [];
  const { shown, default: production } = (await import(
    pathToFileURL(pathIn(folder, block)).href
  )) as { shown: Partial<DeclarationInput>; default: DeclarationInput };
  const parsed = parse({
    ...production,
    ...(place === 'service' ? { services: { ...production.services, ...shown } } : shown),
  });
  return parsed.ok
    ? []
    : parsed.findings.map(({ path, message }) => `${block.page}:${block.line} ${path} ${message}`);
}
