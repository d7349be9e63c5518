/** A part of the site that is evidence for a control. */
interface Shown {
  readonly page: 'overview' | 'calendar' | 'findings' | 'evidence';
  readonly shows: string;
}

export interface Control {
  readonly standard: string;
  readonly control: string;
  /** In words of our own. */
  readonly asks: string;
  readonly evidence: readonly Shown[];
  /** What the control asks for as well, and this site says nothing of. */
  readonly beyond: string;
}

const objectives: Shown = {
  page: 'overview',
  shows: 'RPO and RTO of each service in each disaster, with the worst case that is computed',
};

const backups: Shown = {
  page: 'calendar',
  shows: 'each schedule of backups, what it covers, and how long its backups are kept',
};

const drills: Shown = {
  page: 'calendar',
  shows: 'when drills restore services from backups',
};

const runs: Shown = {
  page: 'evidence',
  shows: 'runs of drills and recoveries, with their checks and measured times',
};

const policies: Shown = {
  page: 'findings',
  shows: 'what the policies find in what is rendered, and each waiver with its owner and last day',
};

/** Of standards and laws that ask for backups and recoveries. */
export const controls: readonly Control[] = [
  {
    standard: 'ISO/IEC 27001:2022',
    control: 'A.8.13',
    asks: 'Copies of information, software and systems are kept and tested regularly, as a policy on backups says.',
    evidence: [backups, policies, runs],
    beyond: 'Backups of systems outside these clusters.',
  },
  {
    standard: 'ISO/IEC 27001:2022',
    control: 'A.8.14',
    asks: 'Facilities that process information are redundant enough for the availability that is required.',
    evidence: [
      {
        ...objectives,
        shows: 'which region holds copies, and what the loss of a region costs in data and time',
      },
    ],
    beyond: 'Redundancy inside a region, and of what is not restored from backups.',
  },
  {
    standard: 'SOC 2',
    control: 'A1.2',
    asks: 'Data backup and the infrastructure for recovery are designed, run and watched so that availability commitments are met.',
    evidence: [backups, objectives, policies],
    beyond: 'Environmental protections; those of AWS are in its own reports.',
  },
  {
    standard: 'SOC 2',
    control: 'A1.3',
    asks: 'The procedures of the recovery plan are tested.',
    evidence: [drills, runs],
    beyond: 'Exercises of people and communication.',
  },
  {
    standard: 'SOC 2',
    control: 'CC7.5',
    asks: 'After a security incident, activities to recover are known and carried out.',
    evidence: [
      {
        ...objectives,
        shows: 'how services come back after a deletion by an intruder, and after the loss of keys',
      },
      runs,
    ],
    beyond: 'What was changed after an incident so that it does not come again.',
  },
  {
    standard: 'DORA, Regulation (EU) 2022/2554',
    control: 'article 11',
    asks: 'Financial entities have plans for response and recovery of their ICT, and test them at least yearly for what supports critical functions.',
    evidence: [objectives, drills, runs],
    beyond: 'The business impact analysis, crisis communication, and reports to authorities.',
  },
  {
    standard: 'DORA, Regulation (EU) 2022/2554',
    control: 'article 12',
    asks: 'Policies say what is backed up and how often; restores are tested; objectives for time and data are set for each function; restored data is checked.',
    evidence: [backups, objectives, runs],
    beyond:
      'Whether the functions are rated as the law asks, and redundancy of staff and premises.',
  },
  {
    standard: 'NIS2, Directive (EU) 2022/2555',
    control: 'article 21(2)(c)',
    asks: 'Business continuity is part of the measures: management of backups, disaster recovery and crisis management.',
    evidence: [backups, objectives, runs],
    beyond: 'Crisis management.',
  },
  {
    standard: 'NIS2, Directive (EU) 2022/2555',
    control: 'article 21(2)(f)',
    asks: 'Policies and procedures assess whether the measures work.',
    evidence: [policies, runs],
    beyond: 'The effect of measures other than backups and recoveries.',
  },
  {
    standard: 'NIST SP 800-53 Rev. 5',
    control: 'CP-9',
    asks: 'Information of users and of the system is backed up as often as the objectives need, protected, and tested.',
    evidence: [backups, policies, runs],
    beyond: 'Backups of documentation, and systems outside these clusters.',
  },
  {
    standard: 'NIST SP 800-53 Rev. 5',
    control: 'CP-10',
    asks: 'The system is recovered to a known state within the objectives for time and data.',
    evidence: [objectives, runs],
    beyond: 'Recovery of what these clusters depend on and do not declare.',
  },
];
