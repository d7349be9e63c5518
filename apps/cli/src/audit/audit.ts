import { audit } from '@resilience/audit/audit';
import type { AuditResult } from '@resilience/audit/result';

import { exitCode } from '../exit-code.ts';
import { Refusal } from '../refusal.ts';
import type { Verbatim } from '../verbatim.ts';
import type { AuditFlags } from './audit-flags.ts';
import { formatMarkdown } from './format-markdown.ts';
import { formatText } from './format-text.ts';
import { readFolderOf } from './read-folder.ts';

/**
 * Judges an existing Velero without a declaration, by its files or by its cluster. It only reads.
 *
 * @returns findings when a rule is broken, or when there is no Velero
 * @throws {Refusal} when there is nothing to read
 */
export async function auditOf(
  path: string | undefined,
  { context, format }: AuditFlags,
): Promise<Verbatim<AuditResult>> {
  if ((path === undefined) === (context === undefined)) {
    throw new Refusal('name a folder or a file of manifests, or a cluster by --context');
  }
  const result = path === undefined ? await ofCluster(context ?? '') : audit(readFolderOf(path));
  return {
    code: result.found && result.findings.length === 0 ? exitCode.fine : exitCode.findings,
    result,
    text: () => (format === 'markdown' ? formatMarkdown(result) : formatText(result)),
    verbatim: format === 'markdown',
  };
}

async function ofCluster(context: string): Promise<AuditResult> {
  const { readCluster } = await import('./read-cluster.ts');
  return audit({ ...(await readCluster(context)), readAt: new Date() });
}
