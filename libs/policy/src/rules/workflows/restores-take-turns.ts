import { reachedFrom } from '../../detect/reached.ts';
import { runs, specOf, workflow } from '../../detect/workflows.ts';
import { rule, violation } from '../../rule.ts';

export const restoresTakeTurns = rule({
  id: 'workflows/restores-take-turns',
  severity: 'error',
  why: 'Two restores at once take bandwidth from each other, and what either measures is worth nothing.',
  source: 'https://argo-workflows.readthedocs.io/en/latest/synchronization/',
  declaredAt: 'workflows/src',
  appliesTo: runs,
  shape: workflow,
  check: (value, { rendered }) => {
    const { spec, at } = specOf(value);
    return reachedFrom({ rendered, own: spec.templates }, spec.entrypoint)
      .filter(({ template }) => /"kind": "Restore"/.test(template.resource?.manifest ?? ''))
      .filter(
        ({ through }) =>
          !through.some(({ synchronization }) => (synchronization?.mutexes ?? []).length > 0),
      )
      .map(({ template }) =>
        violation(`comes to ${template.name} without a lock`, {
          at: [...at, 'entrypoint'],
          expected: 'a mutex around it',
          received: undefined,
        }),
      );
  },
});
