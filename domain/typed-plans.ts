// What a person typed as a measure's plans, for the term and by year, and how it is read: by the form and by the server.
import type { ErrorCode, FieldError } from "./errors";
import {
  entryOfYear,
  isPercentage,
  type Measure,
  type MeasureKind,
  type OverTime,
  type OverUnits,
  type Plans,
  type PlanValue,
  type Rule,
} from "./measures";
import { NUMBER_PROBLEM_CODES, readNumber, typedNumber, type NumberReading } from "./number-text";
import { isPair } from "./plans";
import { asThousandths, thousandthsText, type Thousandths } from "./thousandths";

/** One promised value as it stands in the form; `upper` is the other bound of a range, "" for any other rule. */
export type TypedPlan = {
  readonly plan: string;
  readonly upper: string;
};

/** All texts exactly as they stand in the form, "" where nothing was typed. */
export type TypedPlans = {
  /** For a share the level. */
  readonly term: TypedPlan;
  /** For a share the promised %. */
  readonly share: string;
  /** By reporting year id; for a share they replace the promised %. */
  readonly years: Readonly<Record<string, TypedPlan>>;
};

/** What decides which plans a measure has and how their texts are read. */
export interface PlanRules {
  readonly kind: MeasureKind;
  readonly overUnits: OverUnits;
  readonly overTime: OverTime;
  readonly rule: Rule;
  readonly mayExceedBase: boolean;
}

/**
 * What a plan consists of: nothing for a judgement, a number, both bounds of a range, or for a share a level and a %.
 * A plan fits every method of the same shape.
 */
export type PlanShape = "none" | "number" | "pair" | "share";

/** Codes of what is wrong by the path of the field: `term.plan`, `share`, `years.2026.upper`. */
export type PlanProblems = Readonly<Record<string, FieldError>>;

/** The plans as far as they can be read: complete when there is no problem. */
export interface PlansReading {
  readonly plans: Plans;
  readonly problems: PlanProblems;
}

/** Plans as plain JSON in the bundle's writing: numbers as texts with a point, ranges as pairs (CALCULATION.md §2). */
export interface PlansState {
  readonly plan: string | readonly [string, string] | null;
  readonly sharePlan: string | null;
  readonly yearPlans: Readonly<Record<string, string | readonly [string, string]>>;
}

export const EMPTY_PLAN: TypedPlan = { plan: "", upper: "" };
export const EMPTY_PLANS: TypedPlans = { term: EMPTY_PLAN, share: "", years: {} };

const HUNDRED_PERCENT = asThousandths(100_000);
const BEST_LEVEL = asThousandths(4_000);
const WORST_LEVEL = asThousandths(1_000);

/** The shape of a measure's plans (CALCULATION.md §2). */
export function planShapeOf({ kind, overUnits, rule }: Pick<PlanRules, "kind" | "overUnits" | "rule">): PlanShape {
  if (kind === "judged") return "none";
  if (overUnits === "share") return "share";
  return rule === "range" ? "pair" : "number";
}

/**
 * Whether the plan is one of the four levels by its word: of a share the term's, else every year's too. A mean of
 * levels may lie between two and is typed as a number.
 */
export function isLevelPlan({ kind, overUnits, overTime, rule }: Omit<PlanRules, "mayExceedBase">): boolean {
  if (kind !== "level" || rule === "range") return false;
  if (overUnits === "share") return true;
  return overUnits === "min" && (overTime === "min" || overTime === "latest" || overTime === "each_year");
}

/** How one number of a plan is read: a percentage may carry its sign, a count's `1.250` is 1250. */
export function readPlanNumber(rules: PlanRules, text: string): NumberReading {
  const kind = isPercentage(rules) ? "percent" : "count";
  return readNumber(text, { kind, mayBeNegative: false });
}

/** How the promised % of a share is read. */
export function readSharePlan(text: string): NumberReading {
  return readNumber(text, { kind: "percent", mayBeNegative: false });
}

type Problems = Record<string, FieldError>;

function refuse(problems: Problems, path: string, code: ErrorCode): null {
  problems[path] = { code, values: {} };
  return null;
}

function limitProblem(rules: PlanRules, isShare: boolean, value: Thousandths): ErrorCode | null {
  if (isShare || isPercentage(rules)) {
    return value > HUNDRED_PERCENT && (isShare || !rules.mayExceedBase) ? "percent_over_100" : null;
  }
  if (rules.kind !== "level") return null;
  return value < WORST_LEVEL || value > BEST_LEVEL ? "bad_choice" : null;
}

/** One number; null when it is blank or wrong, and then with its problem unless it is only blank. */
function readValue(rules: PlanRules, isShare: boolean, text: string, path: string, problems: Problems) {
  const read = isShare ? readSharePlan(text) : readPlanNumber(rules, text);
  if (!read.ok) return read.code === "empty" ? null : refuse(problems, path, NUMBER_PROBLEM_CODES[read.code]);
  const limit = limitProblem(rules, isShare, read.value);
  return limit === null ? read.value : refuse(problems, path, limit);
}

function readPair(rules: PlanRules, typed: TypedPlan, path: string, problems: Problems): PlanValue | null {
  const lower = readValue(rules, false, typed.plan, `${path}.plan`, problems);
  const upper = readValue(rules, false, typed.upper, `${path}.upper`, problems);
  if (typed.plan.trim() === "" && typed.upper.trim() === "") return null;
  if (typed.plan.trim() === "") return refuse(problems, `${path}.plan`, "required");
  if (typed.upper.trim() === "") return refuse(problems, `${path}.upper`, "required");
  if (lower === null || upper === null) return null;
  return lower > upper ? refuse(problems, `${path}.upper`, "range_reversed") : [lower, upper];
}

function readLevel(text: string, path: string, problems: Problems): Thousandths | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  return /^[1-4]$/.test(trimmed) ? asThousandths(Number(trimmed) * 1000) : refuse(problems, path, "bad_choice");
}

function readPlan(rules: PlanRules, typed: TypedPlan, path: string, problems: Problems): PlanValue | null {
  if (planShapeOf(rules) === "pair") return readPair(rules, typed, path, problems);
  if (isLevelPlan(rules)) return readLevel(typed.plan, `${path}.plan`, problems);
  return readValue(rules, false, typed.plan, `${path}.plan`, problems);
}

function readYears(rules: PlanRules, typed: TypedPlans, yearIds: readonly string[], problems: Problems) {
  const isShare = planShapeOf(rules) === "share";
  const values = yearIds.flatMap((id): [string, PlanValue][] => {
    const own = entryOfYear(typed.years, id) ?? EMPTY_PLAN;
    const path = `years.${id}`;
    const value = isShare
      ? readValue(rules, true, own.plan, `${path}.plan`, problems)
      : readPlan(rules, own, path, problems);
    return value === null ? [] : [[id, value]];
  });
  return Object.fromEntries(values);
}

/** A share counts from a level and promises a %: both are needed, the % for the term or by year. */
function checkShare({ plan, sharePlan, yearPlans }: Plans, problems: Problems): void {
  if (plan === null && !problems["term.plan"]) refuse(problems, "term.plan", "required");
  const isPromised = sharePlan !== null || Object.keys(yearPlans).length > 0;
  if (!isPromised && !problems["share"]) refuse(problems, "share", "required");
}

/**
 * Reads the plans of a measure (CALCULATION.md §2): numbers by the one parser, never negative, a percentage at most
 * 100 unless the measure may exceed its base, a level 1 to 4, a range in order, of a share both the level and the %.
 * Nothing typed is no plan and no problem. Texts that the measure's shape has no place for are passed over.
 */
export function readTypedPlans(rules: PlanRules, typed: TypedPlans, yearIds: readonly string[]): PlansReading {
  const problems: Problems = {};
  const shape = planShapeOf(rules);
  if (shape === "none") return { plans: { plan: null, yearPlans: {}, sharePlan: null }, problems };
  const plans: Plans = {
    plan: readPlan(rules, typed.term, "term", problems),
    yearPlans: readYears(rules, typed, yearIds, problems),
    sharePlan: shape === "share" ? readValue(rules, true, typed.share, "share", problems) : null,
  };
  if (shape === "share") checkShare(plans, problems);
  return { plans, problems };
}

function typedPlan(value: PlanValue | null): TypedPlan {
  if (value === null) return EMPTY_PLAN;
  return isPair<Thousandths>(value)
    ? { plan: typedNumber(value[0]), upper: typedNumber(value[1]) }
    : { plan: typedNumber(value), upper: "" };
}

/** The texts with which stored plans are filled into a form again. */
export function typedPlansOf(plans: Plans): TypedPlans {
  return {
    term: typedPlan(plans.plan),
    share: plans.sharePlan === null ? "" : typedNumber(plans.sharePlan),
    years: Object.fromEntries(Object.entries(plans.yearPlans).map(([id, value]) => [id, typedPlan(value)])),
  };
}

function stateOf(value: PlanValue): string | readonly [string, string] {
  return isPair<Thousandths>(value) ? [thousandthsText(value[0]), thousandthsText(value[1])] : thousandthsText(value);
}

/** Plans as plain JSON, to be compared, logged and sent. */
export function plansStateOf({ plan, sharePlan, yearPlans }: Measure["plans"]): PlansState {
  return {
    plan: plan === null ? null : stateOf(plan),
    sharePlan: sharePlan === null ? null : thousandthsText(sharePlan),
    yearPlans: Object.fromEntries(Object.entries(yearPlans).map(([id, value]) => [id, stateOf(value)])),
  };
}
