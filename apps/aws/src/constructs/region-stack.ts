import { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import type { Environment } from '@resilience/config/environment';
import { stateBucket } from '@resilience/config/names';
import { S3Backend, TerraformElement, TerraformStack } from 'cdktf';
import type { Construct, Node } from 'constructs';

/** A stack whose resources and state are in one region, so that it can be managed while others are lost. */
export class RegionStack extends TerraformStack {
  constructor(scope: Construct, id: string, environment: Environment, region: string) {
    super(scope, id);
    new AwsProvider(this, 'aws', {
      region,
      // Credentials of another account are refused before anything is planned.
      allowedAccountIds: [environment.aws.account],
      defaultTags: [
        {
          tags: {
            'managed-by': 'resilience-layer',
            environment: environment.name,
            stack: id,
          },
        },
      ],
    });
    new S3Backend(this, {
      bucket: stateBucket(environment, region),
      key: `${id}.tfstate`,
      region,
      encrypt: true,
    });
    // Terraform 1.10 brought locking by S3 itself, which this cdktf has no property for.
    this.addOverride('terraform.backend.s3.use_lockfile', true);
    this.addOverride('terraform.required_version', '>= 1.10.0');
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
