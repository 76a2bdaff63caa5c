// What is written to the audit log: every action by name, what it is about, and the text that is hashed.

/** What an action is about; its id is the row's, or for a sign-in that belongs to nobody the name that was typed. */
export type AuditSubject =
  | "account"
  | "submission"
  | "period"
  | "term"
  | "target"
  | "measure"
  | "unit"
  | "task"
  | "explanation"
  | "evidence"
  | "snapshot"
  | "report"
  | "bundle"
  | "organisation"
  | "change"
  | "installation";

/** Every action that leaves a row in the log, and what it is about. Each has a sentence under `audit.actions`. */
export const auditActions = {
  "installation.set_up": "installation",
  "account.created": "account",
  "account.changed": "account",
  "account.roles_changed": "account",
  "account.suspended": "account",
  "account.restored": "account",
  "account.password_changed": "account",
  "account.password_reset": "account",
  "account.sessions_ended": "account",
  "account.signed_in": "account",
  "account.signed_out": "account",
  "account.sign_in_failed": "account",
  "account.locked": "account",
  "account.unlocked": "account",
  "account.handed_over": "account",
  "submission.saved": "submission",
  "submission.submitted": "submission",
  "submission.accepted": "submission",
  "submission.returned": "submission",
  "submission.correction_begun": "submission",
  "submission.discarded": "submission",
  "submission.withdrawn": "submission",
  "period.locked": "period",
  "period.unlocked": "period",
  "period.exception_granted": "period",
  "period.rules_changed": "period",
  "period.exception_withdrawn": "period",
  "term.changed": "term",
  "term.closed": "term",
  "term.created": "term",
  "term.carried": "term",
  "term.started": "term",
  "term.reopened": "term",
  "term.removed": "term",
  "term.links_changed": "term",
  "target.changed": "target",
  "target.created": "target",
  "target.removed": "target",
  "target.order_changed": "target",
  "measure.changed": "measure",
  "measure.plan_changed": "measure",
  "measure.created": "measure",
  "measure.removed": "measure",
  "measure.method_changed": "measure",
  "unit.changed": "unit",
  "unit.reorganised": "unit",
  "unit.founded": "unit",
  "unit.order_changed": "unit",
  "unit.decision_corrected": "unit",
  "task.changed": "task",
  "task.updated": "task",
  "task.created": "task",
  "task.removed": "task",
  "task.group_changed": "task",
  "task.order_changed": "task",
  "task.carried": "task",
  "explanation.asked": "explanation",
  "explanation.answered": "explanation",
  "explanation.closed": "explanation",
  "explanation.withdrawn": "explanation",
  "evidence.attached": "evidence",
  "evidence.removed": "evidence",
  "snapshot.frozen": "snapshot",
  "organisation.changed": "organisation",
  "organisation.reporting_changed": "organisation",
  "change.undone": "change",
  "report.exported": "report",
  "bundle.imported": "bundle",
  "bundle.exported": "bundle",
} as const satisfies Record<string, AuditSubject>;

export type AuditAction = keyof typeof auditActions;

/** Anything that JSON holds; what cannot be written there has no place in the log. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

/** One action on one subject, with the state before and after as far as it matters; null where there was none. */
export type AuditEvent = {
  [Action in AuditAction]: {
    readonly action: Action;
    readonly subject: { readonly type: (typeof auditActions)[Action]; readonly id: string };
    readonly before: JsonValue;
    readonly after: JsonValue;
  };
}[AuditAction];

/** Who acted, as the log keeps it: readable even when the account is renamed. `id` is null for a command. */
export interface AuditActor {
  readonly id: string | null;
  readonly login: string;
  readonly name: string;
}

/** A row of the log, without the hashes that chain it. `before` and `after` are canonical texts. */
export interface AuditRecord {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  /** UTC instant in ISO 8601. */
  readonly at: string;
  readonly actorId: string | null;
  readonly actorLogin: string;
  readonly actorName: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The hash before the first row: 64 zeros. */
export const EMPTY_CHAIN = "0".repeat(64);

/** A value as JSON text that is the same for the same content: keys sorted, text in NFC, nothing undefined. */
export function canonicalText(value: JsonValue): string {
  return JSON.stringify(ordered(value));
}

function ordered(value: JsonValue): JsonValue {
  if (typeof value === "string") return value.normalize("NFC");
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map(ordered);
  const entries = Object.entries(value).flatMap(([key, part]): [string, JsonValue][] =>
    part === undefined ? [] : [[key.normalize("NFC"), ordered(part)]],
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** What is hashed of a row: the hash of the row before it, a line break, and the row's canonical text. */
export function chainText(prevHash: string, record: AuditRecord): string {
  const { seq, at, actorId, actorLogin, actorName, action, subjectType, subjectId, before, after } = record;
  return `${prevHash}\n${canonicalText({
    seq,
    at,
    actorId,
    actorLogin,
    actorName,
    action,
    subjectType,
    subjectId,
    before,
    after,
  })}`;
}
