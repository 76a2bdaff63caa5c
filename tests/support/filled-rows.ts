// One row or more for every table, written as SQL values: what an upgrade must carry over unharmed.
// Columns that a table does not have yet are left out when an older schema is filled.

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

const at = "2024-03-01T08:00:00.000Z";
const hash = "ab".repeat(32);
const none = "0".repeat(64);

/** In the order in which foreign keys allow them to be inserted; one line a table. */
// prettier-ignore
export const filledRows: readonly (readonly [table: string, rows: readonly Row[]])[] = [
  ["organisations", [{ id: "o", name: "Đảng bộ cơ sở" }]],
  ["units", [{ id: "db", code: "db", kind: "committee", from_on: "2015-01-01" }, { id: "cb1", code: "cb1", kind: "cell", from_on: "2015-01-01", to_on: "2030-01-01" }]],
  ["unit_versions", [{ id: "v1", unit_id: "db", from_on: "2015-01-01", name: "Đảng ủy", position: 1 }, { id: "v2", unit_id: "cb1", from_on: "2015-01-01", name: "Chi bộ 1", parent_id: "db", position: 2 }]],
  ["unit_events", [{ id: "e1", code: "e1", kind: "found", happened_on: "2015-01-01", decision: "01-QĐ/ĐU" }]],
  ["unit_event_parts", [{ event_id: "e1", side: "into", unit_id: "cb1", position: 1 }]],
  ["users", [{ id: "u1", name: "Văn phòng", email: "vp@local.invalid", username: "vanphong", created_at: at, updated_at: at }]],
  ["sessions", [{ id: "s1", user_id: "u1", token: "t", expires_at: at, created_at: at, updated_at: at }]],
  ["accounts", [{ id: "a1", user_id: "u1", account_id: "u1", provider_id: "credential", password: "x", created_at: at, updated_at: at }]],
  ["verifications", [{ id: "f1", identifier: "i", value: "v", expires_at: at, created_at: at, updated_at: at }]],
  ["role_holdings", [{ id: "r1", user_id: "u1", role: "secretary", unit_id: "cb1", from_on: "2015-01-01", created_at: at }, { id: "r2", user_id: "u1", role: "office", from_on: "2015-01-01", created_at: at }]],
  ["login_failures", [{ login: "ai", failures: 2, last_failed_at: at }]],
  ["preferences", [{ user_id: "u1", name: "locale", value: "vi" }]],
  ["requests", [{ id: "q1", user_id: "u1", action: "figures.save", result: "{}", created_at: at }]],
  ["sent_reminders", [{ user_id: "u1", key: "due b 2016-03-20", sent_at: at }]],
  ["terms", [{ id: "t", code: "2015-2020", name: "Nhiệm kỳ 2015 - 2020", starts_on: "2015-07-01", ends_on: "2020-06-30", at_risk_count_pct: 85000, at_risk_points: 2000 }]],
  ["reporting_years", [{ id: "y", term_id: "t", code: "2016", starts_on: "2016-01-01", ends_on: "2016-12-31" }]],
  ["congresses", [{ term_id: "t", ordinal: "III", held_on: "2020-06-26" }]],
  ["periods", [{ id: "p", term_id: "t", key: "2016-03", frequency: "month", starts_on: "2016-03-01", ends_on: "2016-03-31", year_id: "y" }]],
  ["period_rules", [{ id: "pr", term_id: "t", frequency: "month", due_day: 25, months_after: 0 }]],
  ["period_exceptions", [{ id: "pe", period_id: "p", unit_id: "cb1", kind: "due", until_on: "2016-04-05", created_at: at }]],
  ["reporting_settings", [{ id: "rs", takes_evidence: true, evidence_megabytes: 20, remind_days_before: 3, sends_mail: false }]],
  ["targets", [{ id: "g", term_id: "t", code: "t1", position: 1, name: "Dự sinh hoạt", wording: "95% trở lên" }]],
  ["target_links", [{ id: "l", term_id: "t", position: 1, target_id: "g", previous_term_code: "2010-2015", previous_target_code: "t1", kind: "same" }]],
  ["measures", [{ id: "m", term_id: "t", target_id: "g", code: "m1", position: 1, name: "Dự sinh hoạt", decimals: 2, lists_units: true }]],
  ["measure_versions", [{ id: "mv", measure_id: "m", from_on: "2015-07-01", kind: "rate", frequency: "month", over_units: "sum", over_time: "sum", rule: "at_least", may_exceed_base: false }]],
  ["measure_year_bases", [{ version_id: "mv", year_id: "y", base: 120000 }]],
  ["measure_units", [{ measure_id: "m", unit_id: "cb1", position: 1 }]],
  ["plan_versions", [{ id: "pv", measure_id: "m", from_on: "2015-07-01", created_at: at }]],
  ["plan_values", [{ id: "pl", version_id: "pv", share: false, value: 95000 }, { id: "pl2", version_id: "pv", year_id: "y", share: false, value: 96000 }]],
  ["submissions", [{ id: "b", term_id: "t", unit_id: "cb1", period_id: "p", ends_on: "2016-03-31", state: "submitted", version: 2 }]],
  ["submission_revisions", [{ id: "b1", submission_id: "b", number: 1, created_at: at, sealed_at: at, created_by: "u1" }, { id: "b2", submission_id: "b", number: 2, created_at: at }]],
  ["figure_values", [{ id: "fv1", revision_id: "b1", measure_id: "m", n: 27000, d: 28000, not_applicable: false, note: "Ghi chú" }, { id: "fv2", revision_id: "b2", measure_id: "m", n: 26000, d: 28000, not_applicable: false, replaces_id: "fv1", corrected_on: "2016-04-02", reason: "Ghi nhầm" }]],
  ["totals", [{ measure_id: "m", period_id: "p", scope: "cb1", unit_id: "cb1", basis: "provisional", term_id: "t", sum_n: 9007199254740, sum_d: 28000, value: "675/7", rated1: 0, rated2: 0, rated3: 0, rated4: 0, received: 1, expected: 1, not_applicable: 0 }]],
  ["task_groups", [{ id: "tg", term_id: "t", code: "g1", position: 1, name: "Nhóm 1" }]],
  ["tasks", [{ id: "ta", term_id: "t", group_id: "tg", code: "g1.1", position: 1, name: "Việc 1", lead_unit_id: "db", state: "in_progress" }]],
  ["task_units", [{ task_id: "ta", unit_id: "cb1", position: 1 }]],
  ["task_targets", [{ task_id: "ta", target_id: "g", position: 1 }]],
  ["task_updates", [{ id: "tu", task_id: "ta", position: 1, updated_on: "2017-03-31", state: "in_progress", text: "Đang làm", created_at: at }]],
  ["explanations", [{ id: "x", term_id: "t", code: "x1", unit_id: "cb1", measure_id: "m", period_id: "p", state: "open" }]],
  ["explanation_messages", [{ id: "xm", explanation_id: "x", position: 1, kind: "question", written_on: "2016-05-01", text: "Vì sao?", created_at: at }]],
  ["evidence_files", [{ id: "ev1", term_id: "t", unit_id: "cb1", measure_id: "m", period_id: "p", name: "Biên bản.pdf", media_type: "application/pdf", size: 3, hash, created_at: at, created_by: "u1" }, { id: "ev2", term_id: "t", unit_id: "cb1", explanation_id: "x", name: "Ảnh.png", media_type: "image/png", size: 4, hash, created_at: at }]],
  ["audit_log", [{ seq: 1, at, actor_login: "vanphong", actor_name: "Văn phòng", action: "account.signed_in", subject_type: "account", subject_id: "u1", prev_hash: none, hash }]],
  ["export_log", [{ id: "ex", at, actor_login: "vanphong", actor_name: "Văn phòng", report: "appendix", format: "docx", file_name: "phu-luc-1.docx", hash }]],
  ["changes", [{ id: "ch", at, actor_id: "u1", actor_name: "Văn phòng", action: "term.changed", subject_type: "term", subject_id: "t", rows: "[]" }]],
  ["snapshots", [{ id: "sn", term_id: "t", number: 1, name: "Đại hội", as_of_on: "2020-06-30", basis: "accepted", taken_at: at, content: "{}", hash }]],
  ["snapshot_reports", [{ id: "sr", snapshot_id: "sn", report: "appendix", format: "docx", file_name: "a.docx", content: "", hash, created_at: at }]],
];
