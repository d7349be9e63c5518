import type { Release } from './release.ts';

export const release: Release = {
  version: '0.2.0',
  rendered: [
    { files: /^layer\.json$/, why: 'the version that rendered an environment is written down' },
    { files: /^recovery\.md$/, why: 'a summary, and what is never recovered' },
    {
      files: /^recovery-steps\.md$/,
      why: 'the budgets of the steps stand beside recovery.md, and no longer in docs/runbooks/dr',
    },
    { files: /^secrets\.md$/, why: 'the Secrets that a person makes are listed' },
    { files: /\.svg$/, why: 'pictures are drawn with the title and the unit of their axes' },
    { files: /\/resilience-routing\//, why: 'each channel has an AlertmanagerConfig of its own' },
    {
      files:
        /\/resilience-alerts\/prometheusrule-(service-|resilience-(service-(objectives|data-age)|backup-data-age-over-rpo|(data-loss|recovery-time)-over-objective)\.)/,
      why: 'what Prometheus knows of a service is in an object of its own, so that another one changes nothing of it',
    },
    {
      files: /\/resilience-(alerts|dashboards|exporters)\//,
      why: 'new alerts RepositoryNotReady and EventsUndelivered, and the metrics that they read',
    },
    { files: /\/velero-guard\//, why: 'only Velero may write the state of backups and restores' },
    {
      files: /\/velero-(server|node-agent)\//,
      why: 'the autoscaler leaves nodes alone while Velero works on them',
    },
    {
      files: /\/velero-workflows\//,
      why: 'restores in place need the time of the disaster, logs stay for seven days, and what is declared is read when a workflow runs',
    },
    {
      files: /^hooks\//,
      why: 'the logs of a backup before a change stay for seven days',
    },
    {
      files: /^terraform\/.*\/versions\.tf$/,
      why: 'required_version stands where tools look for it',
    },
    {
      files: /^terraform\//,
      why: 'state buckets are imported, and the password of the repositories has keys of its own',
    },
  ],
};
