// What must hold within a measure of a bundle: its method, its plans and its fixed base (CALCULATION.md §2 and §7).
import { listMethodProblems } from "../method-problems";
import { readDecimalText } from "../thousandths";
import { checkReference, checkReferences, checkUnique } from "./check-ids";
import type { BundleMeasure } from "./measure-schema";
import { entered } from "./model";
import type { ProblemList } from "./problems";

type Path = readonly PropertyKey[];
type PlanText = NonNullable<BundleMeasure["plan"]>;
type PlanTexts = Pick<BundleMeasure, "plan" | "yearPlans" | "sharePlan">;

/** What a measure may refer to. */
export interface KnownIds {
  readonly units: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
}

function checkPlanShape(plan: PlanText, isPair: boolean, path: Path, problems: ProblemList): void {
  if (typeof plan === "string") {
    if (isPair) problems.add(path, "plan_needs_pair", { plan });
  } else if (!isPair) {
    problems.add(path, "plan_needs_number", { plan: plan.join(" - ") });
  } else if (entered(plan[0]) > entered(plan[1])) {
    problems.add(path, "plan_reversed", { plan: plan.join(" - ") });
  }
}

function checkLevel(plan: PlanText, path: Path, problems: ProblemList): void {
  if (typeof plan === "string" && !/^[1-4](?:\.0+)?$/.test(plan)) {
    problems.add(path, "plan_not_a_level", { plan });
  }
}

function checkPlans(
  measure: BundleMeasure,
  texts: PlanTexts,
  path: Path,
  known: KnownIds,
  problems: ProblemList,
): void {
  const { plan, yearPlans, sharePlan } = texts;
  const isShare = measure.overUnits === "share";
  const isPair = measure.rule === "range";
  const years = Object.entries(yearPlans ?? {});
  if (measure.kind === "judged") {
    if (plan != null) problems.add([...path, "plan"], "plan_of_judged");
    if (years.length > 0) problems.add([...path, "yearPlans"], "plan_of_judged");
  } else {
    if (plan != null) checkPlanShape(plan, isPair && !isShare, [...path, "plan"], problems);
    for (const [year, own] of years) checkPlanShape(own, isPair, [...path, "yearPlans", year], problems);
  }
  if (isShare && plan != null) checkLevel(plan, [...path, "plan"], problems);
  if (!isShare && sharePlan != null) {
    problems.add([...path, "sharePlan"], "share_plan_without_share");
  }
  for (const [year] of years) checkReference(year, known.years, [...path, "yearPlans", year], problems);
}

function checkSharePlans(measure: BundleMeasure, path: Path, problems: ProblemList): void {
  if (measure.overUnits !== "share" || measure.kind !== "level") return;
  const hasYearPlans = Object.keys(measure.yearPlans ?? {}).length > 0;
  if (measure.plan == null) problems.add([...path, "plan"], "share_needs_plan");
  if (measure.sharePlan == null && !hasYearPlans) {
    problems.add([...path, "sharePlan"], "share_needs_plan");
  }
}

function checkFixedBase(measure: BundleMeasure, path: Path, known: KnownIds, problems: ProblemList): void {
  const entries = Object.entries(measure.fixedBase ?? {});
  const hasTerm = entries.some(([key]) => key === "term");
  if (measure.fixedBase != null && entries.length === 0) problems.add(path, "empty");
  if (hasTerm && entries.length > 1) problems.add(path, "fixed_base_mixed");
  for (const [key, text] of entries) {
    if (key !== "term") checkReference(key, known.years, [...path, key], problems);
    const read = readDecimalText(text);
    if (typeof read === "number" && read < 0) problems.add([...path, key], "negative", { value: text });
  }
}

/** Checks one measure; `path` is its own. */
export function checkMeasure(measure: BundleMeasure, path: Path, known: KnownIds, problems: ProblemList): void {
  const method = { ...measure, hasFixedBase: measure.fixedBase != null };
  for (const { field, code } of listMethodProblems(method)) problems.add([...path, field], code);
  checkPlans(measure, measure, path, known, problems);
  checkSharePlans(measure, path, problems);
  checkFixedBase(measure, [...path, "fixedBase"], known, problems);
  const history = measure.planHistory ?? [];
  checkUnique(
    history.map(({ until }) => until),
    [...path, "planHistory"],
    problems,
    "until",
  );
  history.forEach((entry, index) => checkPlans(measure, entry, [...path, "planHistory", index], known, problems));
  checkReferences(measure.units, known.units, [...path, "units"], problems);
  checkUnique(measure.units ?? [], [...path, "units"], problems, null);
  const named = new Set(measure.units ?? []);
  for (const unit of Object.keys(measure.unitsFrom ?? {})) {
    checkReference(unit, named, [...path, "unitsFrom", unit], problems);
  }
}
