import { inside } from '../../inside.ts';
import { rendered } from '../../guard.ts';

export const resourcesAreKept = rendered({
  id: 'buckets/resources-are-kept',
  absence: 'unsaid',
  guards: (files) =>
    files.objects
      .filter(({ kind }) => kind.startsWith('aws_'))
      .map(({ file, kind, name, value }) => {
        const isKept = inside(value, 'lifecycle', 'prevent_destroy') === true;
        return {
          path: `${file}.${kind}.${name}`,
          subject: `${kind} ${name}`,
          strength: isKept ? 1 : 0,
          value: isKept ? 'refuses' : 'does not refuse',
        };
      }),
  sentence: ({ names, before, after }) =>
    `Terraform ${after} to destroy ${names}; before, it ${before === 'refuses' ? 'refused' : 'did not'}.`,
});
