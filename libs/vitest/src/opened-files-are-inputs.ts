import { relative } from 'node:path';

import type { Plugin } from 'vitest/config';
import type { Vitest } from 'vitest/node';

import { environmentsOfUsers } from './environments-of-users.ts';
import { inputsOf, projectGraph } from './inputs.ts';
import { knownFiles } from './known-files.ts';
import { type OpenedFile, startRecording } from './opened-files.ts';
import { repositoryRoot } from './repository-root.ts';
import { undeclared } from './undeclared.ts';

const target = 'test';

/** Of many files, as many are named. */
const shown = 20;

interface Options {
  /** The project of Nx; the one of the folder where it is left out. */
  readonly project?: string;
}

/**
 * Fails a run of tests that looked at a file of the repository which is no input of the project's target: the cache
 * would answer for it when the file has changed. Also fails one that looked at the environments of users.
 */
export const openedFilesAreInputs = ({ project }: Options = {}): Plugin => ({
  name: 'opened-files-are-inputs',
  config: () => {
    recording ??= startRecording();
  },
  configureVitest: ({ vitest }) => {
    vitest.config.reporters.push({
      onTestRunEnd: (_modules, _errors, reason) => {
        if (reason !== 'interrupted') judge(vitest, project);
      },
    });
  },
});

let recording: ReturnType<typeof startRecording> | undefined;

function judge(vitest: Vitest, named: string | undefined): void {
  const graph = projectGraph();
  const root = relative(repositoryRoot, vitest.config.root);
  const found = Object.values(graph.nodes).find(
    ({ name, data }) => name === named || data.root === root,
  );
  if (!found) throw new Error(`${root} is no project of Nx: its package.json is in no workspace`);
  const opened = [...(recording?.end() ?? []), ...modulesOf(vitest)];
  const missing = undeclared(opened, knownFiles(), inputsOf(graph, found.name, target));
  report(missing, {
    message: `[${found.data.root}/package.json › nx.targets.${target}.inputs] leaves out what the tests open`,
    fix: `add "{workspaceRoot}/${missing[0]}", or a pattern that it matches`,
    code: 'tests/opened-file-is-no-input',
  });
  report(environmentsOfUsers(found.name, opened), {
    message: `[${found.data.root}] has tests that open what users declare`,
    fix: 'look at an organisation of libs/fixtures, or move the test to libs/repository',
    code: 'tests/environments-are-of-users',
  });
}

interface Fault {
  readonly message: string;
  readonly fix: string;
  readonly code: string;
}

function report(paths: readonly string[], { message, fix, code }: Fault): void {
  if (paths.length === 0) return;
  process.exitCode = 1;
  const lines = [
    '',
    message,
    ...paths.slice(0, shown).map((path) => `    opened    ${path}`),
    ...(paths.length > shown ? [`    and       ${paths.length - shown} more`] : []),
    `    fix       ${fix}`,
    `    code      ${code}`,
    '',
  ];
  process.stderr.write(lines.join('\n'));
}

/** What tests import is read by the server of modules, not by their processes. */
const modulesOf = (vitest: Vitest): OpenedFile[] =>
  vitest.projects
    .flatMap(({ vite }) => Object.values(vite.environments))
    .flatMap(({ moduleGraph }) => [...moduleGraph.fileToModulesMap.keys()])
    .filter((path) => path.startsWith(`${repositoryRoot}/`) && !path.includes('/node_modules/'))
    .map((path) => ({ look: 'file', path }));
