/** What is lost with a resource, where that is more than the resource. */
const lost: Readonly<Record<string, string>> = {
  aws_s3_bucket: 'all objects of the bucket',
  aws_kms_key: 'everything that the key encrypts, once its deletion window is over',
  aws_secretsmanager_secret: 'the password without which no file-level copy can be read',
};

/** @returns undefined where nothing but the resource is lost */
export const lostWith = (type: string): string | undefined =>
  Object.hasOwn(lost, type) ? lost[type] : undefined;
