import type { IInhibitRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/InhibitRule';

import { inhibitions, sharedSubjects } from './inhibitions.ts';
import { is, isOneOf, isSet } from './matcher.ts';

/** The operator adds to both sides that the namespace is that of the AlertmanagerConfig. */
export const inhibitRules = (): IInhibitRule[] => [
  ...inhibitions.map(({ cause, consequences }) => ({
    sourceMatch: [is('alertname', cause)],
    targetMatch: [isOneOf('alertname', consequences)],
    equal: ['environment'],
  })),
  ...sharedSubjects.map((subject) => ({
    sourceMatch: [is('severity', 'critical'), isSet(subject)],
    targetMatch: [is('severity', 'warning'), isSet(subject)],
    equal: ['environment', 'component', subject],
  })),
];
