import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

/**
 * A stand-in for `aws` that reads a folder as if it were the bucket, with the times of its files.
 *
 * @returns the folder of the program, for the PATH
 */
export function evidenceBucket(bucket: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-aws-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const script = `#!/bin/sh
case "$1 $2" in
  's3api list-objects-v2') cd '${bucket}' && TZ=UTC find "\${6%/}" -type f -printf '{"Key": "%p", "LastModified": "%TY-%Tm-%TdT%TH:%TM:00Z"}\\n' 2>/dev/null | paste -sd, | sed 's|.*|{"Contents": [&]}|' ;;
  's3 cp') cat '${bucket}'/"\${3#s3://*/}" ;;
esac
`;
  writeFileSync(join(folder, 'aws'), script);
  chmodSync(join(folder, 'aws'), 0o755);
  return folder;
}
