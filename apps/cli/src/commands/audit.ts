import { type Command, Option } from 'commander';

import type { AuditFlags } from '../audit/audit.ts';
import type { ExitCode } from '../exit-code.ts';

const examples = `
Examples:
  $ resilience audit ~/git/home-ops
  $ resilience audit values.yaml --format json
  $ kubectl kustomize overlays/production >all.yaml && resilience audit all.yaml
  $ resilience audit --context production --format markdown

It only reads, and needs no declaration. Exit codes: 0 no finding, 1 findings or no Velero, 2 nothing could be read.`;

/** `resilience audit`: judges a Velero that is not declared. */
export function auditCommand(program: Command, finish: (code: ExitCode) => void): void {
  program
    .command('audit')
    .argument('[path]', 'a folder or a file: manifests, values, what Flux and ArgoCD apply')
    .description('judge an existing Velero without a declaration; exit with 1 on findings')
    .option('--context <name>', "judge a cluster, by this context of kubectl's")
    .addOption(
      new Option('--format <name>', 'how to print')
        .choices(['text', 'json', 'markdown'])
        .default('text'),
    )
    .addHelpText('after', examples)
    .action(async (path: string | undefined, flags: AuditFlags) => {
      const { auditOf } = await import('../audit/audit.ts');
      const { code, result, text } = await auditOf(path, flags);
      process.stdout.write(
        `${flags.format === 'json' ? JSON.stringify(result, null, 2) : text()}\n`,
      );
      finish(code);
    });
}
