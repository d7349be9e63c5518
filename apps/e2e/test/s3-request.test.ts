import { expect, test } from 'vitest';

import { s3Request } from '../src/aws/iam/s3-request.ts';

test.each([
  ['GET', '/backups?list-type=2&prefix=kopia%2F', 's3:ListBucket', ''],
  ['HEAD', '/backups/', 's3:ListBucket', ''],
  ['GET', '/backups?location', 's3:GetBucketLocation', ''],
  ['POST', '/backups?delete', 's3:DeleteObject', '/*'],
  ['GET', '/backups/kopia/orders/p1', 's3:GetObject', '/kopia/orders/p1'],
  ['HEAD', '/backups/kopia/a%20b', 's3:GetObject', '/kopia/a b'],
  ['PUT', '/backups/restores/r/log.gz?x-id=PutObject', 's3:PutObject', '/restores/r/log.gz'],
  ['POST', '/backups/kopia/p1?uploads', 's3:PutObject', '/kopia/p1'],
  ['PUT', '/backups/kopia/p1?partNumber=1&uploadId=u', 's3:PutObject', '/kopia/p1'],
  ['GET', '/backups/kopia/p1?uploadId=u', 's3:ListMultipartUploadParts', '/kopia/p1'],
  ['DELETE', '/backups/kopia/p1?uploadId=u', 's3:AbortMultipartUpload', '/kopia/p1'],
  ['DELETE', '/backups/kopia/p1', 's3:DeleteObject', '/kopia/p1'],
  ['PUT', '/backups/kopia/p1?tagging', 's3:PutObjectTagging', '/kopia/p1'],
])('%s %s needs %s', (method, path, action, resource) => {
  expect(s3Request({ method, path })).toEqual({
    action,
    resource: `arn:aws:s3:::backups${resource}`,
  });
});
