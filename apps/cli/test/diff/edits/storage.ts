import type { EditCase } from '../edited-harbour.ts';

/** Edits of harbour, and every sentence that a reviewer reads of each. */
export const storage: readonly EditCase[] = [
  {
    name: 'object lock that is switched on',
    edit: [[/objectLock: \{[^}]*\}/, "objectLock: { mode: 'governance', retention: days(366) }"]],
    sentences: [
      'stronger: Object lock of the backups is in governance mode for 366 d instead of off.',
    ],
  },
  {
    name: 'deleted objects that are gone earlier',
    edit: [['expireNoncurrentAfter: days(30)', 'expireNoncurrentAfter: days(7)']],
    sentences: [
      'weaker: Deleted and overwritten objects of the bucket can be brought back for 7 d instead of 30 d.',
    ],
  },
  {
    name: 'metadata that expires earlier',
    edit: [[' expireAfter: days(400)', ' expireAfter: days(390)']],
    sentences: ['weaker: Metadata of backups expires after 390 d instead of 400 d.'],
  },
  {
    name: 'a colder class at another age',
    edit: [['glacierInstantRetrievalAfter: days(90)', 'glacierInstantRetrievalAfter: days(120)']],
    sentences: [
      'other: Metadata of backups moves to STANDARD_IA after 30 d and to GLACIER_IR after 120 d, instead of to STANDARD_IA after 30 d and to GLACIER_IR after 90 d.',
    ],
  },
  {
    name: 'access logs that are gone earlier',
    edit: [['accessLogs: { retention: days(365) }', 'accessLogs: { retention: days(60) }']],
    sentences: ['weaker: Access logs of the bucket are kept for 60 d instead of 365 d.'],
  },
  {
    name: 'a key that rotates less often',
    edit: [['keyRotation: days(365)', 'keyRotation: days(730)']],
    sentences: ['weaker: Keys are rotated every 730 d instead of 365 d.'],
  },
  {
    name: 'a shorter deletion window',
    edit: [['keyDeletionWindow: days(30)', 'keyDeletionWindow: days(7)']],
    sentences: [
      'weaker: A key that is scheduled for deletion can be saved for 7 d instead of 30 d.',
    ],
  },
  {
    name: 'volumes that somebody else encrypts',
    edit: [
      [
        "newVolumes: { encrypted: 'by-default' }",
        "newVolumes: { encrypted: 'elsewhere', reason: 'Another team sees to it in the account.' }",
      ],
    ],
    sentences: [
      'weaker: New EBS volumes are left to somebody else to encrypt, instead of encrypted by default with a key of this environment.',
    ],
  },
  {
    name: 'a longer lag of replication',
    edit: [['maximumLag: minutes(15)', 'maximumLag: hours(1)']],
    sentences: ['weaker: Replication may lag by 1 h instead of 15 min.'],
  },
  {
    name: 'no replication',
    edit: [
      [
        /replication: \{[^}]*\}/,
        "replication: { to: 'nowhere', reason: 'Costs are to be saved this year.' }",
      ],
    ],
    sentences: [
      'weaker: Backups are not replicated instead of replicated to us-west-2.',
      'weaker: dr may no longer restore from the replica.',
      'stronger: The policy backup-storage/replication_permissions (EncryptCopy2) no longer allows kms:Encrypt and kms:GenerateDataKey.',
      'weaker: The alerts ReplicationFailing and ReplicationLagging are no longer there.',
    ],
  },
  {
    name: 'a replica that nobody reads',
    edit: [["readBy: ['dr']", 'readBy: []']],
    sentences: ['weaker: dr may no longer restore from the replica.'],
  },
  {
    name: 'no archive',
    edit: [
      [/archive: \{[^}]*\}/, "archive: { to: 'nowhere', reason: 'The books are kept elsewhere.' }"],
    ],
    sentences: [
      'weaker: Backups are not archived instead of archived for 2557 d.',
      'stronger: The policy backup-storage/replication_permissions (EncryptCopy2) no longer allows kms:Encrypt and kms:GenerateDataKey.',
      'stronger: The policy access/break-glass-permissions (ThawArchive) no longer allows s3:RestoreObject.',
    ],
  },
  {
    name: 'a shorter archive',
    edit: [['expireAfter: days(2557)', 'expireAfter: days(366)']],
    sentences: ['weaker: Backups are archived for 366 d instead of archived for 2557 d.'],
  },
  {
    name: 'a larger budget',
    edit: [['monthlyBudget: usd(400)', 'monthlyBudget: usd(450)']],
    sentences: [
      'weaker: The budget is 450 instead of 400 US dollars a month: alerts on cost are measured by it.',
    ],
  },
  {
    name: 'a principal of the break-glass role',
    edit: [
      [
        "user/break-glass-2',",
        "user/break-glass-2',\n        'arn:aws:iam::444455556666:user/intern',",
      ],
    ],
    sentences: ['weaker: arn:aws:iam::444455556666:user/intern may take on the break-glass role.'],
  },
  {
    name: 'evidence that is kept less well',
    edit: [
      [
        "evidence: { objectLock: 'compliance', retention: days(730) }",
        "evidence: { objectLock: 'governance', retention: days(365) }",
      ],
    ],
    sentences: [
      'weaker: Reports of drills are kept for 365 d instead of 730 d.',
      'weaker: Reports of drills are locked in governance mode instead of compliance mode.',
    ],
  },
  {
    name: 'a replica that may be written to',
    environment: 'dr',
    edit: [["accessMode: 'ReadOnly'", "accessMode: 'ReadWrite'"]],
    sentences: [
      'weaker: The environment mounts the replica of production, which it may write to, instead of the replica of production, read-only.',
      'stronger: The policy access/velero_permissions (TellOfRestores) no longer allows s3:PutObject and s3:DeleteObject.',
      'stronger: The policy access/velero_permissions (EncryptWhatIsTold) no longer allows kms:GenerateDataKey.',
      'weaker: The policies access/node-agent_permissions (WriteBackups) and access/velero_permissions (WriteBackups) allow s3:PutObject, s3:DeleteObject, s3:AbortMultipartUpload and s3:ListMultipartUploadParts.',
      'weaker: The policies access/node-agent_permissions (EncryptBackups) and access/velero_permissions (EncryptBackups) allow kms:GenerateDataKey.',
      'weaker: The policy access/velero_permissions (FindVolumesAndSnapshots) allows ec2:DescribeVolumes and ec2:DescribeSnapshots.',
      'weaker: The policies access/velero_permissions (SnapshotVolumesOfCluster) and access/velero_permissions (MakeTaggedSnapshots) allow ec2:CreateSnapshot.',
      'weaker: The policies access/velero_permissions (RestoreSnapshots) and access/velero_permissions (RestoreVolumesOfCluster) allow ec2:CreateVolume.',
      'weaker: The policy access/velero_permissions (DeleteSnapshots) allows ec2:DeleteSnapshot.',
      'weaker: The policy access/velero_permissions (TagWhatIsCreated) allows ec2:CreateTags.',
      'weaker: The alert ReplicaStale is no longer there.',
      'stronger: The alert BackupFailed is added.',
    ],
  },
];
