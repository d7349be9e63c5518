import { pricesByRegion } from '@resilience/config/prices';
import {
  dnsLabel,
  labels,
  nonEmpty,
  object,
  region,
  shortName,
  text,
} from '@resilience/config/scalars';
import { z } from 'zod';

const email = z.email({ error: 'an email address' });
const wholeDollars = z
  .int({ error: 'whole US dollars above zero' })
  .positive({ error: 'whole US dollars above zero' });
const clusterName = text('the name of an EKS cluster');
const issuer = text(
  'the OIDC issuer of the cluster, or pod-identity',
  /^(https:\/\/\S+|pod-identity)$/,
);

/** A service in short: `orders:orders:postgresql:20gib`. */
const serviceInShort = text(
  'a service such as orders:orders:postgresql:20gib: name, namespace, software and size of its volume',
  /^[a-z0-9-]+(:[a-z0-9-]*){0,2}(:\d+(mib|gib|tib))?$/,
);

/**
 * What `resilience init` has to know: the keys of a file for `--answers` and, in kebab case, the flags.
 */
export const answers = object('answers', {
  organisation: shortName,
  /** The name of the environment that is declared. */
  environment: shortName,
  account: text('an AWS account id of twelve digits, in quotes', /^\d{12}$/),
  region,
  /** Where copies go that outlive the region; `none` where there is no second region. */
  drRegion: text('an AWS region such as us-west-2, or none', /^(none|[a-z]{2}(-[a-z]+)+-\d+)$/),
  cluster: clusterName,
  identity: issuer,
  /** Of the cluster that waits in the DR region; `none` where there is no such cluster. */
  drCluster: text('the name of a cluster, or none'),
  drIdentity: issuer.optional(),
  repository: text(
    'the https or ssh address of a git repository',
    /^(https:\/\/|ssh:\/\/|git@)\S+$/,
  ),
  revision: text('a branch, tag or commit'),
  argocdNamespace: dnsLabel,
  monitoringNamespace: dnsLabel,
  monitoringLabels: labels,
  argoNamespace: dnsLabel,
  argoLabels: labels,
  /** Where what is critical is sent, too: a Slack channel with its leading `#`. */
  slack: text('a Slack channel such as #platform', /^#[a-z0-9_-]+$/).optional(),
  /** Whether PagerDuty is called. */
  pagerduty: z.boolean({ error: 'true or false' }),
  /** Whom Alertmanager sends mail. */
  email: email.optional(),
  mailFrom: email.optional(),
  mailServer: text('a host and port such as smtp.example.com:587', /^[a-z0-9.-]+:\d+$/).optional(),
  mailUser: text('the name to log in with').optional(),
  /** Whom AWS itself sends mail when the cluster is gone. */
  withoutCluster: nonEmpty('a list of at least one email address', email),
  teams: nonEmpty('a list of at least one team', dnsLabel),
  /** US dollars. */
  monthlyBudget: wholeDollars,
  breakGlass: nonEmpty(
    'a list of at least one IAM user or role by its ARN',
    text(
      'an ARN such as arn:aws:iam::111122223333:user/alice',
      /^arn:aws[a-z-]*:iam::\d{12}:(user|role)\/[\w+=,.@/-]+$/,
    ),
  ),
  services: z.array(serviceInShort, { error: 'a list of services in short' }),
  prices: pricesByRegion.optional(),
});

export type Answers = z.output<typeof answers>;
export type AnswersInput = z.input<typeof answers>;

/** What is taken where nothing is said, and shown before anything is written. */
export const usual = {
  environment: 'production',
  drCluster: 'none',
  revision: 'main',
  argocdNamespace: 'argocd',
  monitoringNamespace: 'monitoring',
  monitoringLabels: { release: 'kube-prometheus-stack' },
  argoNamespace: 'argo',
  argoLabels: { app: 'workflow-controller' },
  pagerduty: false,
  teams: ['platform'],
  monthlyBudget: 200,
  services: [],
} satisfies Partial<AnswersInput>;
