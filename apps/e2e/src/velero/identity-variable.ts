/** What a step asks whom AWS knows it as. */
export const identityVariable = 'IDENTITY_URL';
