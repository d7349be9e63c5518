import { join } from 'node:path';

import type { GoProgram } from '../go-program.ts';
import type { GoSourceProgram } from '../go-source-program.ts';

/** What the operator's v0.85 installs by default. */
export const alertmanagerVersion = '0.28.1';

const prometheus = (name: string): GoProgram => ({
  name,
  module: 'github.com/prometheus/alertmanager',
  version: `v${alertmanagerVersion}`,
  main: `github.com/prometheus/alertmanager/cmd/${name}`,
});

export const alertmanager = prometheus('alertmanager');

export const amtool = prometheus('amtool');

export const operatorConfig: GoSourceProgram = {
  name: 'operator-config',
  source: join(import.meta.dirname, 'operator-config/main.go'),
  module: 'github.com/prometheus-operator/prometheus-operator',
  version: 'v0.85.0',
};
