import { role, type RoleNames } from './names.ts';
import type { Declaration } from './schema/declaration.ts';

type Identity = Pick<Declaration, 'name' | 'organisation' | 'aws'>;

/** The role that a pipeline plans and looks for drift with. */
export const planRole = (identity: Identity): RoleNames => role(identity, 'ci-plan');

/** The role that a pipeline applies with. */
export const applyRole = (identity: Identity): RoleNames => role(identity, 'ci-apply');
