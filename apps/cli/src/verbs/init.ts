import { optional, optionalList, toggle } from '../command-line/flag.ts';
import { verb } from '../command-line/verb.ts';
import type { Initialised } from '../init/format-initialised.ts';
import type { InitFlags } from '../init/init-flags.ts';

export const init = verb<InitFlags, Initialised>({
  summary:
    'declare your organisation and its first environment, rendered and checked before it is written',
  flags: {
    answers: optional('<file>', 'take the answers from a file in JSON or YAML'),
    fromAudit: optional(
      '<path>',
      'keep what a Velero does today: a folder of its files, or what audit --json printed',
    ),
    removeSample: toggle('take away the sample environments that the layer comes with'),
    dryRun: toggle('say what would be written, and write nothing'),
    organisation: optional(
      '<name>',
      'the name of the organisation, the first part of every derived name',
    ),
    environment: optional('<name>', 'the name of the environment (default: production)'),
    account: optional('<id>', 'the AWS account, of twelve digits'),
    region: optional('<region>', 'the region of the cluster'),
    drRegion: optional('<region>', 'the region of the copies, or none'),
    cluster: optional('<name>', 'the name of the EKS cluster'),
    identity: optional('<issuer>', "the cluster's OIDC issuer, or pod-identity"),
    drCluster: optional('<name>', 'the cluster that waits in the DR region (default: none)'),
    drIdentity: optional('<issuer>', 'its OIDC issuer, or pod-identity'),
    repository: optional('<url>', "this repository's address (default: that of the remote origin)"),
    revision: optional('<name>', 'the branch that ArgoCD follows (default: main)'),
    argocdNamespace: optional('<name>', 'the namespace of ArgoCD (default: argocd)'),
    monitoringNamespace: optional('<name>', 'the namespace of Prometheus (default: monitoring)'),
    monitoringLabels: optionalList(
      '<labels...>',
      'the labels that Prometheus takes rules by, as key=value',
    ),
    argoNamespace: optional('<name>', 'the namespace of Argo Workflows (default: argo)'),
    argoLabels: optionalList(
      '<labels...>',
      "the labels of the workflow controller's pods, as key=value",
    ),
    slack: optional('<channel>', 'a Slack channel such as #platform'),
    email: optional('<address>', 'whom Alertmanager sends mail'),
    mailFrom: optional('<address>', 'the sender of that mail (default: its recipient)'),
    mailServer: optional('<host:port>', 'where Alertmanager hands mail in'),
    mailUser: optional('<name>', 'the name to log in with there (default: the recipient)'),
    withoutCluster: optionalList('<addresses...>', 'whom AWS sends mail when the cluster is gone'),
    teams: optionalList('<names...>', 'the teams that own services (default: platform)'),
    monthlyBudget: optional('<dollars>', 'what backups may cost in a month (default: 200)'),
    breakGlass: optionalList('<arns...>', 'IAM users or roles that may restore by hand'),
    services: optionalList(
      '<services...>',
      'services, such as db:shop:mysql:9gib: name, namespace, software and size',
    ),
    pagerduty: toggle('call PagerDuty when something is critical'),
  },
  examples: [
    'init',
    'init --answers acme.yaml --remove-sample',
    'init --answers acme.yaml --remove-sample --from-audit ~/git/cluster',
    '$ resilience audit --context production --json >audit.json && resilience init --from-audit audit.json',
    'init --dry-run --organisation acme --account 111122223333 --region eu-north-1 --json',
  ],
  notes: `A file of answers holds the same keys in camel case, and prices by region. On a terminal, init asks for what
is neither in the file nor in a flag. Git undoes all that init does.`,
  result: {
    answers: 'what was answered, and the usual values',
    environments: 'those that are declared',
    written: 'the files that were written',
    removed: 'how many files of the sample were removed',
    problems: 'what keeps init from writing',
    isWritten: 'whether anything was written',
    kept: 'with --from-audit: `notes`, and the `objectives` and `breaches` that mark what was found',
  },
  run: async (flags, { json }) => {
    const { initFromFlags } = await import('../init/init-from-flags.ts');
    return initFromFlags(flags, !json);
  },
});
