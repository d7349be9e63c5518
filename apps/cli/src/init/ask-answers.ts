import { Refusal } from '../refusal.ts';
import { type Given, judgeAnswers } from './given-answers.ts';

/** A list, labels such as `app=a`, or a number: blanks and commas separate words. */
type Form = 'list' | 'labels' | 'number';

/** A question, and the key of the answers that it is about. */
interface Question {
  readonly key: string;
  readonly message: string;
  readonly placeholder: string;
  /** Whether an empty answer is left out. */
  readonly optional?: boolean;
  /** What the words of an answer become; a text where it is left out. */
  readonly form?: Form;
  /** Whether earlier answers make it worth asking. */
  readonly when?: (given: Given) => boolean;
}

const questions: readonly Question[] = [
  { key: 'organisation', message: 'The name of your organisation?', placeholder: 'acme' },
  { key: 'environment', message: 'The name of the environment?', placeholder: 'production' },
  { key: 'account', message: 'The AWS account?', placeholder: '111122223333' },
  { key: 'region', message: 'The region of the cluster?', placeholder: 'eu-central-1' },
  { key: 'drRegion', message: 'The region of the copies, or none?', placeholder: 'eu-west-1' },
  { key: 'cluster', message: 'The name of the EKS cluster?', placeholder: 'acme-production' },
  {
    key: 'identity',
    message: "The cluster's OIDC issuer, or pod-identity?",
    placeholder: 'pod-identity',
  },
  {
    key: 'drCluster',
    message: 'The cluster that waits in the DR region, or none?',
    placeholder: 'none',
    when: ({ drRegion }) => drRegion !== 'none',
  },
  {
    key: 'drIdentity',
    message: 'Its OIDC issuer, or pod-identity?',
    placeholder: 'pod-identity',
    when: ({ drCluster = 'none' }) => drCluster !== 'none',
  },
  {
    key: 'repository',
    message: "This repository's address, as ArgoCD reaches it?",
    placeholder: 'https://git.example.com/acme/resilience.git',
  },
  { key: 'argocdNamespace', message: 'The namespace of ArgoCD?', placeholder: 'argocd' },
  {
    key: 'monitoringNamespace',
    message: 'The namespace of Prometheus?',
    placeholder: 'monitoring',
  },
  {
    key: 'monitoringLabels',
    message: 'The labels that Prometheus takes rules by?',
    placeholder: 'release=kube-prometheus-stack',
    form: 'labels',
  },
  { key: 'argoNamespace', message: 'The namespace of Argo Workflows?', placeholder: 'argo' },
  {
    key: 'argoLabels',
    message: "The labels of the workflow controller's pods?",
    placeholder: 'app=workflow-controller',
    form: 'labels',
  },
  {
    key: 'teams',
    message: 'The teams that own services?',
    placeholder: 'platform',
    form: 'list',
  },
  {
    key: 'monthlyBudget',
    message: 'What backups may cost in a month, in US dollars?',
    placeholder: '200',
    form: 'number',
  },
  { key: 'slack', message: 'A Slack channel?', placeholder: '#platform', optional: true },
  { key: 'email', message: 'Whom to send mail?', placeholder: '', optional: true },
  {
    key: 'mailServer',
    message: 'The host and port that take mail?',
    placeholder: 'smtp.example.com:587',
    when: ({ email }) => email !== undefined,
  },
  {
    key: 'withoutCluster',
    message: 'Whom AWS sends mail when the cluster is gone?',
    placeholder: 'ops@example.com',
    form: 'list',
  },
  {
    key: 'breakGlass',
    message: 'IAM users or roles that may restore by hand?',
    placeholder: 'arn:aws:iam::111122223333:user/break-glass',
    form: 'list',
  },
  {
    key: 'services',
    message: 'Services, as name:namespace:software:size?',
    placeholder: 'orders:shop:postgresql:20gib',
    optional: true,
    form: 'list',
  },
];

/**
 * Asks a person for the answers that are not given, each until it is one.
 *
 * @param usual what is offered as the answer
 * @throws {Refusal} when the person ends it
 */
export async function askAnswers(given: Given, usual: Given): Promise<Given> {
  const prompts = await import('@clack/prompts');
  const ended = <Answer>(answer: Answer | symbol): Answer => {
    if (prompts.isCancel(answer))
      throw new Refusal('ended before the last answer: nothing was written');
    return answer;
  };
  const answered: Record<string, unknown> = { ...given };
  for (const question of questions) {
    const { key, message, placeholder, optional = false, when = () => true } = question;
    if (key in answered || !when(answered)) continue;
    const initial = usual[key];
    const text = ended(
      await prompts.text({
        message,
        placeholder,
        ...(initial === undefined ? {} : { initialValue: wordsOf(initial) }),
        validate: (word = '') =>
          word === '' && optional ? undefined : problemOf(key, answerOf(question, word)),
        output: process.stderr,
      }),
    );
    if (text !== '') answered[key] = answerOf(question, text);
  }
  if ('pagerduty' in answered) return answered;
  const pagerduty = ended(
    await prompts.confirm({
      message: 'Call PagerDuty when something is critical?',
      output: process.stderr,
    }),
  );
  return { ...answered, pagerduty };
}

function answerOf({ form }: Question, text: string): unknown {
  if (form === undefined) return text;
  if (form === 'number') return Number(text);
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  return form === 'list'
    ? words
    : Object.fromEntries(words.map((word) => splitAt(word, word.indexOf('='))));
}

const splitAt = (word: string, at: number): [string, string] =>
  at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)];

/** The usual answer, as a person would type it. */
function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(' ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, word]) => `${key}=${String(word)}`)
    .join(' ');
}

/** What is wrong with one answer by itself. */
function problemOf(key: string, answer: unknown): string | undefined {
  const judged = judgeAnswers({ [key]: answer }, '');
  const problem = judged.ok
    ? undefined
    : judged.problems.find(({ path }) => path === key || path.startsWith(`${key}[`));
  return problem && `expected ${problem.expected}`;
}
