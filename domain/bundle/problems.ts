/** Why a bundle is refused, in one closed set; each has a sentence under `bundle.problems.<code>` in messages/. */
export const BUNDLE_PROBLEM_CODES = [
  // The file
  "unreadable",
  "not_json",
  "too_deep",
  "bad_text",
  // Shape
  "missing",
  "wrong_type",
  "unknown_key",
  "unknown_value",
  "out_of_range",
  "empty",
  "not_a_date",
  "not_a_decimal",
  "too_many_decimals",
  "too_large",
  // References and order
  "duplicate",
  "unknown_reference",
  "ends_before_start",
  "out_of_order",
  "circle_of_parents",
  // Reporting years and periods
  "years_overlap",
  "years_gap",
  "years_leave_term",
  "reserved_year_id",
  "unknown_period",
  "wrong_frequency",
  "outside_term",
  // Measures
  "judged_needs_rule_judged",
  "rule_judged_needs_judged",
  "judged_needs_each_year_or_latest",
  "rate_mean_with_sum",
  "no_sum_for_kind",
  "share_needs_level",
  "share_with_range",
  "share_needs_plan",
  "share_plan_without_share",
  "fixed_base_needs_summing_rate",
  "fixed_base_mixed",
  "plan_of_judged",
  "plan_needs_pair",
  "plan_needs_number",
  "plan_reversed",
  "plan_not_a_level",
  // Figures
  "unit_not_asked",
  "wrong_kind_of_value",
  "no_value",
  "half_a_rate",
  "base_is_fixed",
  "negative",
  "n_exceeds_d",
  "percent_over_100",
  // Explanations
  "beside_messages",
  // What an import finds different in the database
  "organisation_differs",
  "unit_differs",
  "event_differs",
  "term_exists",
  "mixed_statuses",
] as const;

export type BundleProblemCode = (typeof BUNDLE_PROBLEM_CODES)[number];

/** One reason for refusing a bundle, at the path of the value that is wrong: `terms.0.figures.3.n`. */
export interface BundleProblem {
  readonly path: string;
  readonly code: BundleProblemCode;
  /** What the sentence names: the value read, the key, the id. */
  readonly values: Readonly<Record<string, string>>;
}

/** Collects every problem, so that nothing is refused one fault at a time. */
export class ProblemList {
  readonly problems: BundleProblem[] = [];

  add(path: readonly PropertyKey[], code: BundleProblemCode, values: Readonly<Record<string, string>> = {}): void {
    this.problems.push({ path: path.map(String).join("."), code, values });
  }
}

/** Whether a text is one of the codes: schemas carry them as the message of a rule. */
export function isBundleProblemCode(text: string): text is BundleProblemCode {
  return (BUNDLE_PROBLEM_CODES as readonly string[]).includes(text);
}
