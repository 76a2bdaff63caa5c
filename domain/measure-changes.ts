// What may be changed about a measure that has been reported, and how a changed method is kept.
import { fieldError, refuseFields, type FieldError } from "./errors";
import type { CalendarDate } from "./dates";
import type { FixedBase, Measure } from "./measures";
import type { TermState } from "./terms";
import { asThousandths } from "./thousandths";
import { planShapeOf } from "./typed-plans";

/** What has been reported of a measure, drafts included. */
export interface MeasureUses {
  readonly hasFigures: boolean;
  /** Some of it was submitted, so that it counted or was to count. */
  readonly wasSubmitted: boolean;
  readonly hasDenominators: boolean;
  readonly hasNumerators: boolean;
  /** An n above its d, or a percent above 100. */
  readonly exceedsBase: boolean;
  /** The units that reported it. */
  readonly unitIds: readonly string[];
}

/** Above it a percent exceeds its base. */
export const MEASURE_PERCENT_LIMIT = asThousandths(100_000);

/** A measure's method and to whom it applies. */
export type ChangeableMeasure = Pick<
  Measure,
  "kind" | "frequency" | "overUnits" | "overTime" | "rule" | "mayExceedBase" | "fixedBase" | "unitIds" | "earlierPlans"
>;

const METHOD_FIELDS = ["kind", "frequency", "overUnits", "overTime", "rule", "mayExceedBase", "fixedBase"] as const;

/** A part of the method, as its changes are told. */
export type MethodField = (typeof METHOD_FIELDS)[number];

function sameBase(a: FixedBase | null, b: FixedBase | null): boolean {
  if (a === null || b === null) return a === b;
  const years = (base: FixedBase) => Object.entries(base.years ?? {}).sort(([x], [y]) => (x < y ? -1 : 1));
  return a.term === b.term && JSON.stringify(years(a)) === JSON.stringify(years(b));
}

/** The parts of the method in which two measures differ. */
export function listMethodDifferences(
  before: Pick<Measure, MethodField>,
  after: Pick<Measure, MethodField>,
): readonly MethodField[] {
  return METHOD_FIELDS.filter((field) =>
    field === "fixedBase" ? !sameBase(before.fixedBase, after.fixedBase) : before[field] !== after[field],
  );
}

/** Whether the stored plan has no place under the new method, so that another one is needed with it. */
export function needsOtherPlan(
  before: Pick<Measure, "kind" | "overUnits" | "rule">,
  after: Pick<Measure, "kind" | "overUnits" | "rule">,
): boolean {
  return planShapeOf(before) !== planShapeOf(after);
}

type Problems = Record<string, FieldError>;

function checkFigures(before: ChangeableMeasure, after: ChangeableMeasure, uses: MeasureUses, problems: Problems) {
  const refuse = (field: string, code: FieldError["code"]) => (problems[field] = { code, values: {} });
  if (uses.hasFigures && before.kind !== after.kind) refuse("kind", "has_figures");
  if (uses.hasFigures && before.frequency !== after.frequency) refuse("frequency", "has_figures");
  const fixes = before.fixedBase === null && after.fixedBase !== null;
  const frees = before.fixedBase !== null && after.fixedBase === null;
  if (fixes && uses.hasDenominators) refuse("base", "base_has_denominators");
  if (frees && uses.hasNumerators) refuse("base", "figures_need_denominators");
  if (before.mayExceedBase && !after.mayExceedBase && uses.exceedsBase) refuse("mayExceedBase", "figures_exceed_base");
}

/**
 * What cannot be changed because of what was reported, by field: figures must go on fitting their measure (kind and
 * frequency, a denominator that is entered or fixed, n above d), and so must plans that were in force before. Which
 * units may go is told by `unitsLeftOut`.
 */
export function listChangeProblems(
  before: ChangeableMeasure,
  after: ChangeableMeasure,
  uses: MeasureUses,
): Readonly<Record<string, FieldError>> {
  const problems: Problems = {};
  checkFigures(before, after, uses, problems);
  if (needsOtherPlan(before, after) && before.earlierPlans.length > 0) {
    const field = before.rule !== after.rule ? "rule" : "overUnits";
    problems[field] ??= { code: "plans_do_not_fit", values: {} };
  }
  return problems;
}

/** What decides how a changed method is kept. */
export interface MethodStanding {
  readonly term: { readonly state: TermState };
  /** The first day of the newest version. */
  readonly newestFrom: CalendarDate;
  readonly wasSubmitted: boolean;
  readonly today: CalendarDate;
}

/** As another version from today, with its reason, or as what the newest one says. */
export interface MethodStep {
  readonly type: "added" | "replaced";
  readonly reason: string | null;
}

/** Whether a changed method needs a reason: once figures were submitted in a term that is not being set up any more. */
export function needsMethodReason({ term, wasSubmitted }: Pick<MethodStanding, "term" | "wasSubmitted">): boolean {
  return term.state !== "draft" && wasSubmitted;
}

/**
 * Decides how a changed method is kept. The newest version counts for the whole term, whenever it was made. While the
 * term is being set up, or nothing was ever submitted, it is replaced without a reason; on the day on which it was made
 * it is replaced too, but with one. Otherwise the old one stays with its day. DomainError at `reason` without a reason.
 */
export function decideMethodStep(standing: MethodStanding, reason: string | null): MethodStep {
  const { newestFrom, today } = standing;
  if (!needsMethodReason(standing)) return { type: "replaced", reason };
  if (reason === null) refuseFields(fieldError("reason", "reason_required"));
  return { type: newestFrom >= today ? "replaced" : "added", reason };
}
