/** The storage class that the protected services ask for. */
export const declaredClass = 'gp3';

/** What stands for the driver of EBS: its name is the one that is rendered. */
export const driverName = 'ebs.csi.aws.com';
