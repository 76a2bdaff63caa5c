// How the organisation as a whole takes reports: the same for every term.

export interface ReportingSettings {
  /** Whether files may be attached to figures and answers. */
  readonly takesEvidence: boolean;
  /** The largest file that is taken, in millions of bytes. */
  readonly evidenceMegabytes: number;
  /** So many days before its report is due a unit is reminded. */
  readonly remindDaysBefore: number;
  /** Whether reminders go out by e-mail too, where a mail server is configured. */
  readonly sendsMail: boolean;
}

/** What holds until the office changes it. */
export const DEFAULT_REPORTING_SETTINGS: ReportingSettings = {
  takesEvidence: false,
  evidenceMegabytes: 10,
  remindDaysBefore: 5,
  sendsMail: false,
};

/** The largest limit that the office can set for one file, in millions of bytes. */
export const MOST_EVIDENCE_MEGABYTES = 100;

/** The earliest reminder, in days before the due day. */
export const MOST_REMIND_DAYS = 31;
