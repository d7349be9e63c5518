import { type Statement, statements, trusts } from '../../detect/statements.ts';
import { rule, violation } from '../../rule.ts';

export const pipelinesAreTrustedExactly = rule({
  id: 'access/pipelines-are-trusted-exactly',
  severity: 'error',
  why: 'A pattern in the subject lets forks, other branches or other repositories take on the role.',
  source:
    'https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws',
  declaredAt: 'ci',
  appliesTo: trusts,
  shape: statements,
  check: ({ statement }, { object }) =>
    statement.flatMap((one, index) =>
      !isOfPipelines(one) || isExact(one, object.name)
        ? []
        : [
            violation('can be taken on by other pipelines', {
              at: ['statement', index],
              expected:
                'StringEquals on sub and on aud; only the role that plans for a GitLab may leave the branch of its project open',
              received: one.condition,
            }),
          ],
    ),
});

/** Identities of pods come from the issuer of a cluster. */
const isOfPipelines = ({ principals }: Statement): boolean =>
  principals.some(
    ({ type, identifiers }) =>
      type === 'Federated' &&
      identifiers.some((identifier) => !identifier.includes(':oidc-provider/oidc.eks.')),
  );

const isExact = ({ condition }: Statement, role: string): boolean =>
  condition.some((one) => one.variable.endsWith(':aud') && one.test === 'StringEquals') &&
  condition.some(
    ({ test, variable, values }) =>
      variable.endsWith(':sub') &&
      values.length > 0 &&
      values.every(
        (value) =>
          (test === 'StringEquals' && !/[*?]/.test(value)) ||
          (test === 'StringLike' && role.includes('plan') && branchOfProject.test(value)),
      ),
  );

const branchOfProject = /^project_path:[^*?]+:ref_type:branch:ref:\*$/;
