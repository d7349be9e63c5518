/** The images of Velero that the layer is made for. */
export const velero = {
  server: 'docker.io/velero/velero:v1.18.3',
  awsPlugin: 'docker.io/velero/velero-plugin-for-aws:v1.14.3',
};
