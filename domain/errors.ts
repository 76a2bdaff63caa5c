/**
 * Every expected failure, in one closed set. Each has a sentence under `errors.<code>` in messages/, which says what
 * to do next; schemas in domain/inputs use these codes as the message of a rule.
 */
export const errorCodes = [
  // The door
  "unexpected",
  "invalid_input",
  "session_expired",
  "password_change_required",
  "forbidden",
  "not_found",
  "cross_origin",
  "busy",
  // Fields
  "required",
  "too_long",
  "too_short",
  "bad_text",
  "bad_date",
  "bad_choice",
  "bad_number",
  "not_whole_between",
  "too_many_decimals",
  "too_many_digits",
  "negative",
  "ambiguous_number",
  "numerator_over_denominator",
  "zero_denominator",
  "denominator_missing",
  "percent_over_100",
  // Submissions
  "stale_version",
  "period_locked",
  "period_not_open",
  "wrong_state",
  "note_required",
  "reason_required",
  "nothing_entered",
  "note_below_plan",
  "note_above_plan",
  "note_missing",
  "measure_not_applicable",
  // Signing in and accounts
  "sign_in_failed",
  "account_locked",
  "account_suspended",
  "one_time_password_over",
  "login_taken",
  "bad_login",
  "weak_password",
  "password_mismatch",
  "wrong_password",
  "same_password",
  "wrong_code",
  "already_set_up",
  "bad_mail",
  // Governing
  "overtaken",
  "changed_since",
  "still_needed",
  "already_undone",
  "term_closed",
  "name_not_typed",
  "code_taken",
  "code_reserved",
  "name_taken",
  "term_overlaps",
  "years_overlap",
  "years_gap",
  "years_leave_term",
  "ends_before_start",
  "out_of_order",
  "outside_term",
  "reports_would_fall_out",
  "has_figures",
  "drafts_open",
  "reports_after_date",
  "circle_of_parents",
  "unit_not_there",
  "has_units_below",
  "later_event",
  "office_must_remain",
  "not_oneself",
  "holding_overlaps",
  "plan_needed",
  "range_reversed",
  "holding_on_record",
  "not_secretary_then",
  "plan_changed_later",
  "period_not_locked",
  "due_before_period",
  "term_not_started",
  "day_in_future",
  "day_in_past",
  "progress_says_nothing",
  "group_not_empty",
  "task_has_updates",
  "nothing_changed",
  "merge_needs_two",
  "kinds_differ",
  "split_needs_units",
  "bad_code",
  "term_too_long",
  "year_code_reserved",
  "term_without_targets",
  "term_has_reports",
  // Targets and measures
  "judged_needs_rule_judged",
  "rule_judged_needs_judged",
  "judged_needs_each_year_or_latest",
  "rate_mean_with_sum",
  "no_sum_for_kind",
  "share_needs_level",
  "share_with_range",
  "fixed_base_needs_summing_rate",
  "base_has_denominators",
  "figures_need_denominators",
  "figures_exceed_base",
  "unit_has_figures",
  "plans_do_not_fit",
  "target_has_figures",
  "measure_has_figures",
  // Data
  "bad_bundle",
  "file_too_large",
  "file_changed",
  // Files of figures
  "file_empty",
  "file_unknown_kind",
  "file_old_kind",
  "file_encrypted",
  "file_damaged",
  "file_unsafe",
  "file_foreign",
  "file_too_many_rows",
  "rows_refused",
  "nothing_chosen",
  "too_much_work",
  // Evidence
  "evidence_off",
  "evidence_too_many",
  "evidence_kind",
  "evidence_damaged",
  "evidence_macros",
  "evidence_lost",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What a message's sentence is filled with; strings are shown as they are, numbers by the language's rules. */
export type ErrorValues = Readonly<Record<string, string | number>>;

/** An expected failure. Thrown by domain and workflows, turned into a result by the door. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly values: ErrorValues;
  /** Failures that belong to one field each, by the path of the field in the input (`figures.0.n`). */
  readonly fields: FieldErrors;

  constructor(code: ErrorCode, values: ErrorValues = {}, fields: FieldErrors = {}) {
    super(code);
    this.name = "DomainError";
    this.code = code;
    this.values = values;
    this.fields = fields;
  }
}

export interface FieldError {
  readonly code: ErrorCode;
  readonly values: ErrorValues;
}

/** Failures by the path of the field. */
export type FieldErrors = Readonly<Record<string, FieldError>>;

/** Refuses all of them in one answer. DomainError `invalid_input` unless there is none. */
export function refuseFields(problems: FieldErrors): void {
  if (Object.keys(problems).length > 0) throw new DomainError("invalid_input", {}, problems);
}

/** What is wrong with one field, by its path. */
export function fieldError(path: string, code: ErrorCode, values: ErrorValues = {}): FieldErrors {
  return { [path]: { code, values } };
}

/** What a door answers. `code` and the codes of `fieldErrors` are translated under `errors.<code>` with their values. */
export type Result<Data> = { readonly ok: true; readonly data: Data } | Failure;

export interface Failure {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly values: ErrorValues;
  readonly fieldErrors: FieldErrors;
}

/** Whether a text is one of the codes. */
export function isErrorCode(text: string): text is ErrorCode {
  return (errorCodes as readonly string[]).includes(text);
}
