import type { DisasterGuide } from './disaster-guide.ts';
import { wholeCluster } from './whole-cluster.ts';

export const clusterCorruption: DisasterGuide = {
  title: 'Cluster corruption',
  means:
    'The computers that all services run on can no longer be used. New ones are set up and every service is restored onto them, the most pressing first.',
  sign: 'The API server does not come back, etcd has lost its state, or objects all over the cluster are wrong. AWS, the region and the bucket are well.',
  first:
    'See on the AWS Health Dashboard whether EKS itself is down: then waiting may be quicker than building.',
  never:
    'Do not delete the old cluster before the new one is verified: its volumes are the newest data there is.',
  phases: {
    detection: {
      does: 'Acknowledge the page, which may come from outside, as nothing inside can alert. See whether the API server answers at all.',
      commands: `aws eks describe-cluster --region "$AWS_REGION" --name "$CLUSTER_NAME" --query cluster.status --output text
kubectl get --raw /readyz`,
    },
    ...wholeCluster('restore-cluster'),
  },
  rollBack:
    'Point names and pipelines back to the old cluster if it can be mended after all. What was written in the new one has to be carried over by each service’s owner.',
  said: 'the platform’s cluster failed. We are building a new one and restoring all services, the critical ones first.',
};
