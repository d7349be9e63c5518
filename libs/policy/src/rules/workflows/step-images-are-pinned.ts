import { podOf, templatesOf, workflow, workflows } from '../../detect/workflows.ts';
import { rule, violation } from '../../rule.ts';

export const stepImagesArePinned = rule({
  id: 'workflows/step-images-are-pinned',
  severity: 'error',
  why: 'A tag that moves changes the program that has to restore, unreviewed.',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  declaredAt: 'workflows.tools',
  appliesTo: workflows,
  shape: workflow,
  check: (value) =>
    templatesOf(value).flatMap(({ template, at }) => {
      const pod = podOf(template);
      if (!pod || /:v?\d+\.\d+\.\d+|@sha256:[0-9a-f]{64}$/.test(pod.container.image)) return [];
      return [
        violation(`the image of ${template.name} may change`, {
          at: [...at, pod.key, 'image'],
          expected: 'a whole version or a digest',
          received: pod.container.image,
        }),
      ];
    }),
});
