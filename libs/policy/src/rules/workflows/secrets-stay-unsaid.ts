import { type Container, podOf, templatesOf, workflow, workflows } from '../../detect/workflows.ts';
import { rule, violation } from '../../rule.ts';

export const secretsStayUnsaid = rule({
  id: 'workflows/secrets-stay-unsaid',
  severity: 'error',
  why: 'Logs of pods are read by many and kept; arguments of a process are seen by every other on the node.',
  source:
    'https://kubernetes.io/docs/concepts/configuration/secret/#information-security-for-secrets',
  declaredAt: 'workflows/scripts',
  appliesTo: workflows,
  shape: workflow,
  check: (value) =>
    templatesOf(value).flatMap(({ template, at }) => {
      const container = podOf(template)?.container;
      return (container ? linesThatTell(container) : []).map((line) =>
        violation(`the script of ${template.name} tells a secret`, {
          at: [...at, 'script', 'source'],
          expected: 'secrets only by printf into a pipe',
          received: line,
        }),
      );
    }),
});

/** Into a pipe by printf, or a look whether it is there at all: `: "${PASSWORD:?}"`. */
const harmless = /^(\w+=\$\()?printf [^|;&]*\||^(: )?("\$\{\w+:?\?\}" ?)+\\?$/;

/** printf is a part of the shell, so that what it is given is no argument of a process. */
function linesThatTell({ env, source }: Container): string[] {
  const secrets = env.filter(({ valueFrom }) => valueFrom?.secretKeyRef).map(({ name }) => name);
  if (secrets.length === 0) return [];
  return source
    .split('\n')
    .map((line) => line.trim())
    .filter(
      (line) =>
        /^set -[a-z]*x/.test(line) ||
        (secrets.some((name) => new RegExp(`\\$\\{?${name}\\b`).test(line)) &&
          !harmless.test(line)),
    );
}
