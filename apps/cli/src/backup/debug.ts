import { existsSync } from 'node:fs';

import { writeNewFolder } from '@resilience/render/new-folder';

import type { Answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import { inEnvironment } from '../in-environment.ts';
import type { ClusterFlags } from '../kubernetes/cluster-flags.ts';
import { kubectlOf } from '../kubernetes/kubectl.ts';
import { Refusal, refuse } from '../refusal.ts';
import { fileParts, objectParts, type Part, podParts } from './collected.ts';

export interface DebugFlags extends ClusterFlags {
  readonly output: string;
  readonly backup?: string;
  readonly since: string;
}

/** Does what `resilience backup debug` promises. A cluster in trouble is asked as it is, also another's. */
export const debugBackups = (flags: DebugFlags): Promise<Answer<Collected>> =>
  inEnvironment(flags, async () => {
    const problems = problemsOf(flags);
    if (problems.length > 0) refuse(...problems);
    const kubectl = kubectlOf(flags.context);
    const parts = [
      ...objectParts(kubectl),
      ...(await podParts(kubectl, flags.since)),
      ...(flags.backup === undefined ? [] : fileParts(kubectl, flags.backup)),
    ];
    const { written, missing } = await collect(parts);
    const index = { files: written.map(({ path }) => path), missing };
    const content = `${JSON.stringify(index, null, 2)}\n`;
    writeNewFolder(flags.output, [...written, { path: 'index.json', content }]);
    return {
      code: missing.length > 0 ? exitCode.findings : exitCode.fine,
      result: index,
      text: () => summary(flags.output, index),
    };
  });

const problemsOf = ({ output, since }: DebugFlags): string[] => [
  ...(existsSync(output) ? [`${output} is there already: name a new folder`] : []),
  ...(/^(\d+[hms])+$/.test(since) ? [] : [`--since is a duration such as 24h, not ${since}`]),
];

export interface Collected {
  readonly files: readonly string[];
  readonly missing: readonly Missing[];
}

interface Missing {
  readonly path: string;
  readonly why: string;
}

/** One after the other: what is collected here may be under load. */
async function collect(parts: readonly Part[]) {
  const written: { path: string; content: string }[] = [];
  const missing: Missing[] = [];
  for (const { path, content } of parts) {
    try {
      written.push({ path, content: await content() });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      missing.push({ path, why: error.message });
    }
  }
  return { written, missing };
}

const summary = (folder: string, { files, missing }: Collected): string =>
  [
    `${folder} holds ${files.length} files; read them before they are sent`,
    ...missing.map(({ path, why }) => `  without ${path}: ${why}`),
  ].join('\n');
