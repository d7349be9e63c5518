import { audit } from '@resilience/audit/audit';
import type { AuditResult } from '@resilience/audit/result';

import type { Answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import { Refusal } from '../refusal.ts';
import { formatMarkdown } from './format-markdown.ts';
import { formatText } from './format-text.ts';
import { readFolderOf } from './read-folder.ts';

export interface AuditFlags {
  /** Of kubectl: the cluster itself is judged. */
  readonly context?: string;
  readonly format: 'text' | 'json' | 'markdown';
}

/**
 * Judges an existing Velero without a declaration, by its files or by its cluster. It only reads.
 *
 * @returns findings when a rule is broken, or when there is no Velero
 * @throws {Refusal} when there is nothing to read
 */
export async function auditOf(
  path: string | undefined,
  { context, format }: AuditFlags,
): Promise<Answer<AuditResult>> {
  if ((path === undefined) === (context === undefined)) {
    throw new Refusal('name a folder or a file of manifests, or a cluster by --context');
  }
  const result = path === undefined ? await ofCluster(context ?? '') : audit(readFolderOf(path));
  return {
    code: result.found && result.findings.length === 0 ? exitCode.fine : exitCode.findings,
    result,
    text: () => (format === 'markdown' ? formatMarkdown(result) : formatText(result)),
  };
}

async function ofCluster(context: string): Promise<AuditResult> {
  const { readCluster } = await import('./read-cluster.ts');
  return audit({ ...(await readCluster(context)), readAt: new Date() });
}
