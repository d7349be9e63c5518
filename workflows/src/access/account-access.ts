import type { Environment } from '@resilience/config/environment';
import type { RoleNames, ServiceAccountNames } from '@resilience/config/names';
import { roleAnnotations } from '@resilience/config/role-annotations';
import { ApiObject } from 'cdk8s';
import { ServiceAccount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

/** A right: verbs on resources of one API group, which is empty for the core. */
export interface Right {
  readonly group: string;
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

interface AccountAccessOptions {
  readonly account: ServiceAccountNames;
  /** Its role of AWS, if it has one. */
  readonly role?: RoleNames;
  /** Beside Velero's objects. */
  readonly own: readonly Right[];
  /** Where ArgoCD's applications are. */
  readonly applications: Right;
  /** In the whole cluster. */
  readonly everywhere: readonly Right[];
}

/** A service account of workflows with the rights that it needs, and no other. */
export class AccountAccess extends Construct {
  readonly account: ServiceAccountNames;

  constructor(
    scope: Construct,
    id: string,
    environment: Environment,
    { account, role, own, applications, everywhere }: AccountAccessOptions,
  ) {
    super(scope, id);
    const { name } = account;
    this.account = account;
    new ServiceAccount(this, 'account', {
      metadata: { name, ...(role && { annotations: roleAnnotations(environment, role) }) },
      // Steps ask the API server, and report to it.
      automountToken: true,
    });
    const applicationsOf = `${name}-applications`;
    this.#grant('Role', { name }, [reportResults, ...own]);
    this.#grant('Role', { name: applicationsOf, namespace: environment.gitops.namespace }, [
      applications,
    ]);
    if (everywhere.length > 0) this.#grant('ClusterRole', { name }, everywhere);
  }

  #grant(
    kind: 'Role' | 'ClusterRole',
    metadata: { name: string; namespace?: string },
    rights: readonly Right[],
  ): void {
    const { account } = this;
    const apiGroup = 'rbac.authorization.k8s.io';
    const apiVersion = `${apiGroup}/v1`;
    new ApiObject(this, `${kind}-${metadata.name}`, {
      apiVersion,
      kind,
      metadata,
      rules: rights.map(({ group, resources, verbs }) => ({
        apiGroups: [group],
        resources,
        verbs,
      })),
    });
    new ApiObject(this, `${kind}Binding-${metadata.name}`, {
      apiVersion,
      kind: `${kind}Binding`,
      metadata,
      roleRef: { apiGroup, kind, name: metadata.name },
      subjects: [{ kind: 'ServiceAccount', ...account }],
    });
  }
}

/** What every pod of a workflow needs to report its result. */
const reportResults: Right = {
  group: 'argoproj.io',
  resources: ['workflowtaskresults'],
  verbs: ['create', 'patch'],
};
