import type { DeclarationInput } from '@resilience/config/declaration';

/** What every environment of the organisation shares. */
export const organisation = {
  organisation: 'northwind',
  gitops: {
    repository: 'https://github.com/northwind-shop/resilience-layer.git',
    revision: 'main',
    namespace: 'argocd',
  },
  monitoring: {
    namespace: 'monitoring',
    labels: { release: 'kube-prometheus-stack' },
  },
  notifications: {
    channels: {
      'on-call': { kind: 'pagerduty', routingKey: { name: 'pagerduty', key: 'routing-key' } },
      'platform-chat': {
        kind: 'slack',
        channel: '#platform-resilience',
        webhook: { name: 'slack-platform', key: 'webhook' },
      },
      'platform-mail': { kind: 'email', to: 'platform@northwind.example' },
    },
    severities: {
      critical: ['on-call', 'platform-chat'],
      warning: ['platform-chat'],
      info: ['platform-mail'],
    },
    withoutCluster: ['on-call@northwind.example', 'platform@northwind.example'],
  },
} satisfies Partial<DeclarationInput>;
