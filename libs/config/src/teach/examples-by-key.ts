/**
 * Examples of keys whose form alone does not say a value that fits beside the others: with these, all that is
 * shown for an empty declaration fits together, which a test holds.
 */
export const examplesByKey: Readonly<Record<string, string>> = {
  organisation: "'example'",
  region: "'us-east-1'",
  drRegion: "'us-west-2'",
  keyRotation: 'days(365)',
  keyDeletionWindow: 'days(30)',
  infrequentAccessAfter: 'days(30)',
  glacierInstantRetrievalAfter: 'days(90)',
  expireAfter: 'days(400)',
  abortIncompleteUploadsAfter: 'days(7)',
  maximumLag: 'minutes(15)',
  durationBudget: 'hours(1)',
  retention: 'days(90)',
  timeout: 'minutes(2)',
  within: 'minutes(15)',
  respondWithin: 'minutes(30)',
  every: 'minutes(5)',
  recoveryBudget: 'hours(4)',
  holdAtMost: 'minutes(10)',
  software: '[postgresql({ … })]',
  owners: "{ checkout: 'as-the-platform' }",
  verification: "[{ check: 'objects', resource: 'deployments.apps', atLeast: 1 }]",
};
