import { rules } from '@resilience/policy/rules';
import { markdownFile, markdownTable } from '@resilience/render/markdown-file';
import type { RenderedFile } from '@resilience/render/rendered-file';

/** docs/reference/policies.md: every rule, why it is there and where that is said. */
export const policyReference = (): RenderedFile =>
  markdownFile('policies.md', [
    '# Policies',
    `The ${rules.length} rules of \`resilience check\`. They read what is rendered, as ArgoCD and Terraform will. Bounds that are not in a rule are in environments/policy.ts.`,
    ...[...new Set(rules.map(({ id }) => areaOf(id)))].flatMap((area) => [
      `## ${area}`,
      markdownTable([
        ['Rule', 'Severity', 'Why', 'Source'],
        ...rules
          .filter(({ id }) => areaOf(id) === area)
          .map(({ id, severity, why, source }) => [`\`${id}\``, severity, why, source]),
      ]),
    ]),
  ]);

const areaOf = (id: string): string => id.split('/')[0] ?? '';
