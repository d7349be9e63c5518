import type { Drill } from '@resilience/config/declaration';

import type { Runbook } from '../runbook.ts';

type Kind = Drill['kind'];

/** A declared drill of one kind, with its name. */
export interface Declared<K extends Kind> {
  readonly name: string;
  readonly drill: Extract<Drill, { kind: K }>;
}

/** What a kind of drill runs. */
export type DrillOf<K extends Kind> = (declared: Declared<K>) => Runbook;
