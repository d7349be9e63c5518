import type { Environment } from '@resilience/config/environment';
import type { IValidatingAdmissionPolicy } from 'kubernetes-models/admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy';
import type { ServiceAccountNames } from '@resilience/config/names';

type Policy = NonNullable<IValidatingAdmissionPolicy['spec']>;
type Operation = 'CREATE' | 'UPDATE' | 'DELETE' | 'CONNECT';

/** What the API server refuses in the running cluster, whoever asks for it. */
export interface Guard {
  readonly name: string;
  /** API groups of the resources; Velero's alone unless said otherwise. */
  readonly groups?: readonly string[];
  /** Kinds by their resource names. */
  readonly resources: readonly string[];
  readonly operations: readonly Operation[];
  /** Accounts that it does not apply to. */
  readonly except: readonly ServiceAccountNames[];
  /** The one account that it applies to; everybody unless said otherwise. */
  readonly only?: ServiceAccountNames;
  /** What must hold, in CEL, and what a person is told when it does not. */
  readonly validations: readonly { readonly expression: string; readonly message: string }[];
}

/** A guard of an environment, or none where there is nothing to guard. */
export type GuardOf = (environment: Environment) => Guard | undefined;

/** As a ValidatingAdmissionPolicy. */
export const policySpec = ({
  groups = ['velero.io'],
  resources,
  operations,
  except,
  only,
  validations,
}: Guard): Policy => ({
  // Velero restores nothing and backs up nothing while the API server cannot judge: that is rare and seen.
  failurePolicy: 'Fail',
  matchConstraints: {
    resourceRules: [
      {
        apiGroups: [...groups],
        apiVersions: ['*'],
        resources: [...resources],
        operations: [...operations],
      },
    ],
  },
  ...(except.length > 0 && {
    matchConditions: [
      {
        name: 'made-by-others',
        expression: `!(request.userInfo.username in ${cel(except.map(userName))})`,
      },
    ],
  }),
  ...(only && {
    matchConditions: [
      {
        name: 'made-by-it',
        expression: `request.userInfo.username == ${cel(userName(only))}`,
      },
    ],
  }),
  validations: validations.map((validation) => ({ ...validation, reason: 'Forbidden' })),
});

/** How the API server calls a service account. */
export const userName = ({ namespace, name }: ServiceAccountNames): string =>
  `system:serviceaccount:${namespace}:${name}`;

/** A value in CEL, whose lists and strings are those of JSON. */
export const cel = (value: string | readonly string[]): string => JSON.stringify(value);
