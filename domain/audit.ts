// What the audit log can say: one closed set of actions, each about one kind of thing.

/** Action → the kind of thing it is about. Each has a sentence under `audit.actions` in messages/. */
export const auditSubjects = {
  "account.created": "account",
  "account.signed_in": "account",
  "account.signed_out": "account",
  "account.sign_in_failed": "login",
  "account.locked": "login",
  "account.password_changed": "account",
  "role.granted": "account",
  "organisation.created": "organisation",
  "bundle.imported": "term",
  "submission.saved": "submission",
  "submission.submitted": "submission",
  "submission.accepted": "submission",
  "submission.returned": "submission",
  "submission.corrected": "submission",
} as const satisfies Record<string, string>;

export type AuditAction = keyof typeof auditSubjects;
export type AuditSubject = (typeof auditSubjects)[AuditAction];

/** Every action, in the order in which a filter lists them. */
export const auditActions = Object.keys(auditSubjects) as readonly AuditAction[];

/** What a thing was or became, as far as an inspector needs it; never a password, token or code. */
export type AuditState = Readonly<Record<string, unknown>>;

export interface AuditEntry {
  readonly action: AuditAction;
  readonly subjectId: string;
  readonly before: AuditState | null;
  readonly after: AuditState | null;
}

/** Whether a text from the address or the database is an action that is known. */
export function isAuditAction(text: string): text is AuditAction {
  return Object.hasOwn(auditSubjects, text);
}
