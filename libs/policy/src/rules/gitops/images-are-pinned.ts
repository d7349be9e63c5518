import { workload, workloads, containersOf } from '../../detect/containers.ts';
import { rule, violation } from '../../rule.ts';

export const imagesArePinned = rule({
  id: 'gitops/images-are-pinned',
  severity: 'error',
  why: 'A tag that moves changes the program that has to restore, unreviewed.',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  declaredAt: 'velero.server',
  appliesTo: workloads,
  shape: workload,
  check: (value) =>
    containersOf(value).flatMap(({ container: { name, image }, at }) =>
      /:v?\d+\.\d+\.\d+|@sha256:[0-9a-f]{64}$/.test(image)
        ? []
        : [
            violation(`the image of ${name} may change`, {
              at: [...at, 'image'],
              expected: 'a whole version or a digest',
              received: image,
            }),
          ],
    ),
});
