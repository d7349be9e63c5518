import type { OrganisationPolicy } from '@resilience/policy/organisation-policy';

import type { DeclarationEditor } from '../source/declaration-editor.ts';
import type { SourceChange } from '../source/edited-sources.ts';
import type { Looked } from '../trial/look-at.ts';

/** What a repository declares before something is added. */
export interface Declared {
  /** The repository's folder. */
  readonly root: string;
  readonly environments: readonly Looked[];
  readonly policy: () => Promise<OrganisationPolicy>;
}

/** Adds one thing to declarations. */
export interface Addition {
  /** What is added, such as `the service loyalty to production`. */
  readonly title: string;
  /** @throws {Refusal} where it cannot be added */
  readonly edit: (editor: DeclarationEditor) => Promise<void>;
  /** Files that are new. */
  readonly files?: readonly SourceChange[];
  /** What has to be done beside it, such as a Secret to create. */
  readonly notes?: readonly string[];
}
