// What must hold between a figure and its measure, unit and period (CALCULATION.md §2 and §7).
import { hasPeriodForm, listPeriods, FREQUENCIES } from "../periods";
import type { Frequency } from "../measures";
import type { Term } from "../terms";
import { checkReference } from "./check-ids";
import type { BundleFigure, BundleFigureHistory } from "./figure-schema";
import type { BundleMeasure } from "./measure-schema";
import { entered } from "./model";
import type { BundleProblemCode, ProblemList } from "./problems";
import type { Bundle, BundleTerm } from "./schema";

type Path = readonly PropertyKey[];
type ValueTexts = BundleFigure | BundleFigureHistory;
type ValueKey = "n" | "d" | "level" | "judged" | "evidence";

const VALUE_KEYS: readonly ValueKey[] = ["n", "d", "level", "judged", "evidence"];

const KEYS_OF_KIND: Record<BundleMeasure["kind"], readonly ValueKey[]> = {
  count: ["n"],
  percent: ["n"],
  rate: ["n", "d"],
  level: ["level"],
  judged: ["judged", "evidence"],
};

/** The keys of a term's periods, by frequency. */
export type PeriodKeys = ReadonlyMap<Frequency, ReadonlySet<string>>;

/** The keys of all periods of a term. */
export function periodKeysOf(term: Term): PeriodKeys {
  return new Map(
    FREQUENCIES.map((frequency) => [frequency, new Set<string>(listPeriods(term, frequency).map(({ key }) => key))]),
  );
}

const FORMS: Record<Frequency, RegExp> = {
  month: /^[0-9]{4}-(?:0[1-9]|1[0-2])$/,
  quarter: /^[0-9]{4}-Q[1-4]$/,
  half: /^[0-9]{4}-H[12]$/,
  year: /^[0-9]{4}$/,
  term: /^term$/,
};

/** Why a period key is none of the term's periods of a frequency; null when it is one. */
export function periodProblem(key: string, frequency: Frequency, keys: PeriodKeys): BundleProblemCode | null {
  if (keys.get(frequency)?.has(key) === true) return null;
  if (FORMS[frequency].test(key)) return "outside_term";
  const isOther = FREQUENCIES.some((other) => keys.get(other)?.has(key) === true);
  return isOther || hasPeriodForm(key) ? "wrong_frequency" : "unknown_period";
}

function checkNumbers(value: ValueTexts, measure: BundleMeasure, path: Path, problems: ProblemList): void {
  const { kind } = measure;
  const n = value.n == null ? null : entered(value.n);
  const d = value.d == null ? null : entered(value.d);
  if (kind === "rate" && n !== null && n < 0) problems.add([...path, "n"], "negative", { value: value.n ?? "" });
  if (kind === "rate" && d !== null && d < 0) problems.add([...path, "d"], "negative", { value: value.d ?? "" });
  if (measure.mayExceedBase === true) return;
  if (kind === "percent" && n !== null && n > entered("100")) {
    problems.add([...path, "n"], "percent_over_100", { value: value.n ?? "" });
  }
  // A denominator of 0 gives no value, which is not an error.
  if (kind === "rate" && n !== null && d !== null && d > 0 && n > d) {
    problems.add([...path, "n"], "n_exceeds_d", { n: value.n ?? "", d: value.d ?? "" });
  }
}

function checkPresence(
  value: ValueTexts,
  measure: BundleMeasure,
  isDraft: boolean,
  path: Path,
  problems: ProblemList,
): void {
  const needed: readonly ValueKey[] =
    measure.kind === "judged" ? ["judged"] : measure.fixedBase != null ? ["n"] : KEYS_OF_KIND[measure.kind];
  const missing = needed.filter((key) => value[key] == null);
  if (missing.length === needed.length) problems.add(path, "no_value");
  else if (!isDraft) for (const key of missing) problems.add([...path, key], "half_a_rate");
}

/** Checks a value of a figure, present or earlier, against its measure's kind. */
function checkValue(
  value: ValueTexts,
  measure: BundleMeasure,
  isDraft: boolean,
  path: Path,
  problems: ProblemList,
): void {
  const isNotApplicable = value.notApplicable === true;
  const allowed = isNotApplicable ? [] : KEYS_OF_KIND[measure.kind];
  for (const key of VALUE_KEYS.filter((other) => value[other] != null)) {
    if (!allowed.includes(key)) problems.add([...path, key], "wrong_kind_of_value", { kind: measure.kind });
    else if (key === "d" && measure.fixedBase != null) problems.add([...path, key], "base_is_fixed");
  }
  if (isNotApplicable) return;
  checkPresence(value, measure, isDraft, path, problems);
  checkNumbers(value, measure, path, problems);
}

/** Whether a measure is asked of a unit: of the units that it names, else of every cell. */
export function appliesToUnit(measure: BundleMeasure, unitId: string, bundle: Bundle): boolean {
  if (measure.units != null) return measure.units.includes(unitId);
  return bundle.units.some(({ id, kind }) => id === unitId && kind === "cell");
}

/** Checks all figures of a term; `path` is that of their list. */
export function checkFigures(
  bundle: Bundle,
  term: BundleTerm,
  keys: PeriodKeys,
  path: Path,
  problems: ProblemList,
): void {
  const unitIds = new Set(bundle.units.map(({ id }) => id));
  const measures = new Map(term.targets.flatMap((t) => t.measures.map((m) => [m.id, m])));
  const seen = new Set<string>();
  (term.figures ?? []).forEach((figure, index) => {
    const at = [...path, index];
    const identity = JSON.stringify([figure.measure, figure.unit, figure.period]);
    if (seen.has(identity)) problems.add(at, "duplicate", { id: identity });
    seen.add(identity);
    checkReference(figure.unit, unitIds, [...at, "unit"], problems);
    const measure = measures.get(figure.measure);
    if (measure === undefined) {
      problems.add([...at, "measure"], "unknown_reference", { id: figure.measure });
      return;
    }
    if (unitIds.has(figure.unit) && !appliesToUnit(measure, figure.unit, bundle)) {
      problems.add([...at, "unit"], "unit_not_asked", { id: figure.unit, measure: measure.id });
    }
    const periodFault = periodProblem(figure.period, measure.frequency, keys);
    if (periodFault !== null) problems.add([...at, "period"], periodFault, { period: figure.period });
    checkValue(figure, measure, figure.status === "draft", at, problems);
    (figure.history ?? []).forEach((entry, position) =>
      checkValue(entry, measure, true, [...at, "history", position], problems),
    );
  });
}
