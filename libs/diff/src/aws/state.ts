import { textIn } from '../inside.ts';

const backend = ['terraform', 'backend', 's3'] as const;

/**
 * Where Terraform keeps the state of a stack, such as `s3://bucket/access.tfstate`.
 *
 * @param configuration the stack as Terraform's JSON
 */
export const stateOf = (configuration: unknown): string =>
  `s3://${textIn(configuration, ...backend, 'bucket')}/${textIn(configuration, ...backend, 'key')}`;
