import { podOf, templatesOf, workflow, workflows } from '../../detect/workflows.ts';
import { rule, violation } from '../../rule.ts';

export const scriptsAreFixed = rule({
  id: 'workflows/scripts-are-fixed',
  severity: 'error',
  why: "What Argo fills into a script's text becomes a command: a name with a quote in it can run anything with the rights of recoveries.",
  source: 'https://argo-workflows.readthedocs.io/en/latest/variables/',
  declaredAt: 'workflows/scripts',
  appliesTo: workflows,
  shape: workflow,
  check: (value) =>
    templatesOf(value)
      .filter(({ template }) => podOf(template)?.container.source.includes('{{') === true)
      .map(({ template, at }) =>
        violation(`the script of ${template.name} is filled in by Argo`, {
          at: [...at, 'script', 'source'],
          expected: 'values by environment variables',
          received: '{{',
        }),
      ),
});
