interface Written {
  readonly kind?: 'StatefulSet' | 'Deployment';
  readonly image: string;
  readonly path: string;
  /** Of the container, as YAML of one line. */
  readonly container?: string;
  readonly labels?: string;
  readonly namespace?: string;
}

/** A workload with one container and one volume. */
export function program(
  name: string,
  { kind = 'StatefulSet', image, path, container = '', labels, namespace = 'shop' }: Written,
): string {
  const selector = labels ?? `{app: ${name}}`;
  const claim = `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: ${name}-data, namespace: ${namespace}}
spec: {storageClassName: gp3, resources: {requests: {storage: 20Gi}}}
---`;
  const template = `
  volumeClaimTemplates:
    - metadata: {name: data}
      spec: {storageClassName: gp3, resources: {requests: {storage: 20Gi}}}`;
  const isSet = kind === 'StatefulSet';
  return `${isSet ? '' : claim}
apiVersion: apps/v1
kind: ${kind}
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  selector: {matchLabels: ${selector}}
  template:
    metadata: {labels: ${selector}}
    spec:
      containers:
        - {name: server, image: '${image}', volumeMounts: [{name: data, mountPath: ${path}}]${container}}
      ${isSet ? '' : `volumes: [{name: data, persistentVolumeClaim: {claimName: ${name}-data}}]`}${isSet ? template : ''}`;
}

export const server = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: velero, namespace: velero}
spec:
  template:
    spec:
      containers: [{name: velero, image: 'velero/velero:v1.18.1', args: [server, --features=EnableCSI], env: [{name: AWS_REGION, value: eu-central-1}]}]
      initContainers: [{name: aws, image: 'velero/velero-plugin-for-aws:v1.14.0'}]`;
