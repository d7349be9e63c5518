import { placed } from '../placed.ts';
import { repositoryRoot } from '../repository-root.ts';
import { isOfDeclaration } from './declared-at.ts';
import type { Found } from './reported.ts';

/**
 * Findings with the line and the column of the declaration that caused them. A finding in the declaration
 * itself stands there.
 */
export async function withDeclared(
  environment: string,
  findings: readonly Found[],
): Promise<readonly Found[]> {
  const config = `environments/${environment}/config.ts`;
  const caused = findings.filter(({ declaredAt }) => isOfDeclaration(declaredAt));
  const places = await placed(
    repositoryRoot,
    caused.map(({ declaredAt }) => ({ file: config, path: declaredAt })),
  );
  return findings.map((finding) => {
    const { file = config, line, column } = places[caused.indexOf(finding)] ?? {};
    if (line === undefined || column === undefined) return finding;
    const declared = { file, line, column };
    return { ...finding, declared, ...(finding.file === config && declared) };
  });
}
