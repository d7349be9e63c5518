import { notice } from './notice.ts';
import type { RenderedFile } from './rendered-file.ts';

/** @returns `terraform/<stack>/main.tf.json`; Terraform takes the key `//` as a comment */
export const terraformFile = (
  environment: string,
  stack: string,
  configuration: object,
): RenderedFile => ({
  path: `terraform/${stack}/main.tf.json`,
  content: `${JSON.stringify(sorted({ '//': notice(environment), ...configuration }), null, 2)}\n`,
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  );
}
