import { templatesOf, workflow, workflows } from '../../detect/workflows.ts';
import { rule, violation } from '../../rule.ts';

export const settingsAreThere = rule({
  id: 'workflows/settings-are-there',
  severity: 'error',
  why: 'A pod that mounts a ConfigMap which is not there waits for it until its step is out of time.',
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#configmap',
  declaredAt: 'workflows/src',
  appliesTo: workflows,
  shape: workflow,
  check: (value, { rendered }) =>
    templatesOf(value).flatMap(({ template, at }) =>
      template.volumes.flatMap(({ configMap }, index) =>
        !configMap || rendered.of('v1/ConfigMap').some(({ name }) => name === configMap.name)
          ? []
          : [
              violation(`${template.name} mounts what is not there`, {
                at: [...at, 'volumes', index],
                expected: 'a ConfigMap that is rendered',
                received: configMap.name,
              }),
            ],
      ),
    ),
});
