import { environment, optional } from '../../command-line/flag.ts';

/** How a drill is reached. */
export const runFlags = {
  env: environment('the environment that declares it'),
  argoServer: optional('<url>', 'the Argo Workflows server (default: ARGO_SERVER)'),
};

export const drillArgument = { name: 'drill', text: 'a declared drill', names: 'drills' } as const;

export const reachNotes = `ARGO_SERVER stands for --argo-server, ARGO_TOKEN logs in (argo auth token prints one).
Ctrl-C ends the watch; the drill goes on.`;
