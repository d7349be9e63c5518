import { limitedNames } from '../limited-names.ts';
import type { Check } from './check.ts';

/** S3, IAM and EventBridge refuse longer names, and only when they are applied. */
export const awsNamesFit: Check = (declaration) => {
  const [worst] = limitedNames(declaration)
    .map((named) => ({ ...named, excess: named.name.length - named.limit }))
    .filter(({ excess }) => excess > 0)
    .toSorted((a, b) => b.excess - a.excess);
  if (!worst) return [];
  const { name, organisation } = declaration;
  const length = name.length + organisation.length;
  return [
    {
      path: 'organisation',
      code: 'config/aws-names-fit',
      message: `is too long, together with name: ${worst.what} would be ${worst.name}`,
      expected: `at most ${worst.limit} characters there, so ${length - worst.excess} in organisation and name together`,
      received: `${worst.name.length} characters there, by ${length} in organisation and name`,
      fix: `shorten organisation or name by ${worst.excess} characters, and with name the folder`,
    },
  ];
};
