import { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import type { Environment } from '@resilience/config/environment';
import { environmentTag, stateBucket } from '@resilience/config/names';
import { S3Backend, TerraformElement, TerraformStack } from 'cdktf';
import type { Construct, Node } from 'constructs';

/** The first with locking by S3 itself is 1.10. */
export const terraformVersion = '>= 1.10.0';

interface StackOptions {
  readonly name: string;
  readonly region: string;
  /** What docs/reference/aws.md says of it. */
  readonly purpose: string;
}

/** A stack whose resources and state are in one region, so that it can be managed while others are lost. */
export class RegionStack extends TerraformStack {
  readonly region: string;
  readonly purpose: string;

  constructor(scope: Construct, environment: Environment, { name, region, purpose }: StackOptions) {
    super(scope, name);
    this.region = region;
    this.purpose = purpose;
    new AwsProvider(this, 'aws', {
      region,
      // Credentials of another account are refused before anything is planned.
      allowedAccountIds: [environment.aws.account],
      defaultTags: [
        {
          tags: {
            'managed-by': 'resilience-layer',
            [environmentTag]: environment.name,
            stack: name,
          },
        },
      ],
    });
    new S3Backend(this, {
      bucket: stateBucket(environment, region).bucket,
      key: `${name}.tfstate`,
      region,
      encrypt: true,
    });
    // Locking by S3 itself, which this cdktf has no property for.
    this.addOverride('terraform.backend.s3.use_lockfile', true);
    this.addOverride('terraform.required_providers.aws.version', '>= 5.100.0, < 7.0.0');
  }

  /** Addresses that a person can type: the path in the stack, without cdktf's hash. */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = TerraformElement.isTerraformElement(element) ? element.node : element;
    return node.scopes
      .slice(node.scopes.indexOf(this) + 1)
      .map((scope) => scope.node.id)
      .join('_');
  }
}

/** The region of the stack that a construct is in. */
export function regionOf(construct: Construct): string {
  const stack = TerraformStack.of(construct);
  if (!(stack instanceof RegionStack)) throw new TypeError(`${stack.node.path} has no region`);
  return stack.region;
}
