/** Velero finds its agents by the label `role`. */
export const nodeAgentLabels = { 'app.kubernetes.io/name': 'velero', role: 'node-agent' } as const;
