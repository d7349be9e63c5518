import { notice } from './notice.ts';
import type { RenderedFile } from './rendered-file.ts';

/**
 * In a file of its own and not as JSON: checkov reads no JSON stack whose block `terraform` holds more than
 * blocks, finds nothing in it, and reports no failure.
 *
 * @param version a constraint of Terraform, such as `>= 1.10.0`
 * @returns `terraform/<stack>/versions.tf`
 */
export const terraformVersionFile = (
  environment: string,
  stack: string,
  version: string,
): RenderedFile => ({
  path: `terraform/${stack}/versions.tf`,
  content: `# ${notice(environment)}
terraform {
  required_version = ${JSON.stringify(version)}
}
`,
});
