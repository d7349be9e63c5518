import type { Request } from './evaluate.ts';

interface Asked {
  readonly method: string;
  /** With the bucket first, and what follows the question mark. */
  readonly path: string;
}

/**
 * The permission that S3 checks for a request in path style.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
export function s3Request({ method, path }: Asked): Request {
  const { pathname, searchParams } = new URL(path, 'http://s3');
  const [bucket = '', ...rest] = decodeURIComponent(pathname).slice(1).split('/');
  const key = rest.join('/');
  const arn = `arn:aws:s3:::${bucket}`;
  if (key === '') return ofBucket(arn, method, searchParams);
  return { action: ofObject(method, searchParams), resource: `${arn}/${key}` };
}

function ofBucket(arn: string, method: string, asked: URLSearchParams): Request {
  if (method === 'POST') return { action: 's3:DeleteObject', resource: `${arn}/*` };
  return {
    action: asked.has('location') ? 's3:GetBucketLocation' : 's3:ListBucket',
    resource: arn,
  };
}

function ofObject(method: string, asked: URLSearchParams): string {
  const isOfParts = asked.has('uploadId');
  if (method === 'DELETE') return isOfParts ? 's3:AbortMultipartUpload' : 's3:DeleteObject';
  if (method === 'PUT') return asked.has('tagging') ? 's3:PutObjectTagging' : 's3:PutObject';
  if (method === 'POST') return 's3:PutObject';
  return isOfParts ? 's3:ListMultipartUploadParts' : 's3:GetObject';
}
