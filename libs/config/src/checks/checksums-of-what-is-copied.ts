import type { Check } from './check.ts';

/** What no backup copies comes back empty, whatever was written into it before. */
export const checksumsOfWhatIsCopied: Check = ({ services }) =>
  Object.entries(services).flatMap(([name, { volumes, verification }]) =>
    verification.flatMap((check, index) => {
      if (check.check !== 'checksums') return [];
      if (volumes[check.volume]?.backup.method !== 'skip') return [];
      return [
        {
          path: `services.${name}.verification[${index}].volume`,
          code: 'config/checksums-of-what-is-copied',
          message: 'is skipped by every backup, so that no restore can bring its files back',
          expected: 'a volume with the method snapshot or file-system',
          received: `"${check.volume}"`,
          fix: 'back the volume up, or check another one',
        },
      ];
    }),
  );
