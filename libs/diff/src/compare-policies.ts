import { formatDuration } from '@resilience/config/duration';
import type { OrganisationPolicy } from '@resilience/policy/organisation-policy';

import { compareGuards, type Statement } from './compare-guards.ts';
import { type Guard, said, type Weakening } from './guard.ts';
import { longer, shorter } from './length.ts';

/** What the policy of the organisation demands less, or more, of every environment than before. */
export const comparePolicies = (
  before: OrganisationPolicy,
  after: OrganisationPolicy,
): Statement[] => compareGuards([bounds, permissions, replicated], before, after);

type OfPolicy = Weakening<OrganisationPolicy>;

const bounds: OfPolicy = {
  id: 'organisation/bounds',
  absence: 'unsaid',
  guards: ({ retention, accessLogs, evidence, encryption, budgetAtMost }) => [
    ...Object.entries(retention).flatMap(([tier, { minimum, maximum }]): Guard[] => [
      {
        path: `retention.${tier}.minimum`,
        subject: `the least retention of ${tier} services`,
        ...longer(minimum),
      },
      {
        path: `retention.${tier}.maximum`,
        subject: `the longest retention of ${tier} services`,
        strength: 0,
        value: formatDuration(maximum),
      },
    ]),
    {
      path: 'accessLogs.minimum',
      subject: 'the least retention of access logs',
      ...longer(accessLogs.minimum),
    },
    {
      path: 'evidence.minimum',
      subject: 'the least retention of evidence',
      ...longer(evidence.minimum),
    },
    {
      path: 'encryption.keyRotationAtMost',
      subject: 'the longest time between rotations of a key',
      ...shorter(encryption.keyRotationAtMost),
    },
    {
      path: 'encryption.keyDeletionWindowAtLeast',
      subject: 'the least time in which a deleted key can be saved',
      ...longer(encryption.keyDeletionWindowAtLeast),
    },
    {
      path: 'budgetAtMost',
      subject: 'the largest budget of a month',
      strength: -budgetAtMost.usd,
      value: `${budgetAtMost.usd} US dollars`,
    },
  ],
  sentence: ({ names, before, after }) =>
    `The policy says ${after} instead of ${before} for ${names}.`,
};

const permissions: OfPolicy = {
  id: 'organisation/permissions',
  absence: 'strongest',
  guards: ({ regions, unprotected = {} }) => [
    ...regions.map((region) => ({
      path: 'regions',
      id: region,
      subject: `data in ${region}`,
      strength: 0,
      value: 'permitted',
    })),
    ...Object.entries(unprotected).flatMap(([scenario, tiers]) =>
      tiers.map((tier) => ({
        path: 'unprotected',
        id: `${scenario} ${tier}`,
        subject: `to give ${tier} services up in ${scenario}`,
        strength: 0,
        value: 'permitted',
      })),
    ),
  ],
  sentence: (one) =>
    said(one, {
      gone: () => `The policy no longer permits ${one.names}.`,
      come: () => `The policy permits ${one.names}.`,
      changed: () => '',
    }),
};

const replicated: OfPolicy = {
  id: 'organisation/replicated',
  absence: 'weakest',
  guards: (policy) =>
    policy.replicated.map((tier) => ({
      path: 'replicated',
      id: tier,
      subject: tier,
      strength: 1,
      value: 'demanded',
    })),
  sentence: (one) =>
    said(one, {
      gone: () => `The policy no longer demands a copy of ${one.names} services in another region.`,
      come: () => `The policy demands a copy of ${one.names} services in another region.`,
      changed: () => '',
    }),
};
