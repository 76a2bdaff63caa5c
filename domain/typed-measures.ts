// A measure as it stands in the settings' form, and how it is read: by the form while typing and by the server.
import type { FieldError } from "./errors";
import type { Judgement } from "./figures";
import { listMethodProblems, type Method } from "./method-problems";
import type {
  FixedBase,
  Frequency,
  Measure,
  MeasureKind,
  OverTime,
  OverUnits,
  Plans,
  Provenance,
  Rule,
} from "./measures";
import { NUMBER_PROBLEM_CODES, readNumber, typedNumber, type NumberReading } from "./number-text";
import type { Published } from "./published";
import { readDecimalText, thousandthsText, type Thousandths } from "./thousandths";
import { EMPTY_PLANS, readTypedPlans, type TypedPlans } from "./typed-plans";

export type BaseKind = "entered" | "term" | "years";

/** All fields exactly as they stand in the form, "" where nothing was typed. */
export type TypedMeasure = {
  readonly code: string;
  readonly name: string;
  readonly kind: MeasureKind;
  readonly frequency: Frequency;
  readonly overUnits: OverUnits;
  readonly overTime: OverTime;
  readonly rule: Rule;
  readonly unitLabel: string;
  readonly nLabel: string;
  readonly dLabel: string;
  readonly decimals: string;
  readonly mayExceedBase: boolean;
  readonly sensitive: boolean;
  /** Every cell, or the units of `unitCodes`. */
  readonly appliesTo: "cells" | "listed";
  readonly unitCodes: readonly string[];
  readonly base: BaseKind;
  readonly termBase: string;
  readonly yearBases: Readonly<Record<string, string>>;
  readonly planProvenance: Provenance;
  readonly publishedValue: string;
  readonly publishedVerdict: Judgement | "";
  readonly plans: TypedPlans;
};

/** A stored measure without its plans as plain JSON, in the bundle's writing: compared, logged and sent. */
export type MeasureState = {
  readonly code: string;
  readonly name: string;
  readonly kind: MeasureKind;
  readonly frequency: Frequency;
  readonly overUnits: OverUnits;
  readonly overTime: OverTime;
  readonly rule: Rule;
  readonly unitLabel: string | null;
  readonly nLabel: string | null;
  readonly dLabel: string | null;
  readonly decimals: number;
  readonly mayExceedBase: boolean;
  readonly sensitive: boolean;
  readonly unitCodes: string[] | null;
  readonly termBase: string | null;
  readonly yearBases: Readonly<Record<string, string>> | null;
  readonly planProvenance: Provenance;
  readonly published: Pick<Published, keyof Published> | null;
};

/** What the fields say: the measure without its place in a term. */
export interface MeasureFields extends Pick<
  Measure,
  "kind" | "frequency" | "overUnits" | "overTime" | "rule" | "decimals" | "mayExceedBase" | "fixedBase"
> {
  readonly plans: Plans;
  readonly published: Published | null;
}

/** Codes of what is wrong, by the path of the field: `rule`, `termBase`, `plans.years.2026.plan`. */
export type MeasureProblems = Readonly<Record<string, FieldError>>;

export interface MeasureReading {
  readonly fields: MeasureFields;
  readonly problems: MeasureProblems;
}

/** A rate that is pooled over all cells and periods, from nothing typed. */
export const EMPTY_MEASURE: TypedMeasure = {
  ...{ code: "", name: "", kind: "rate", frequency: "month", overUnits: "sum", overTime: "sum", rule: "at_least" },
  ...{ unitLabel: "%", nLabel: "", dLabel: "", decimals: "2", mayExceedBase: false, sensitive: false },
  ...{ appliesTo: "cells", unitCodes: [], base: "entered", termBase: "", yearBases: {} },
  ...{ planProvenance: "stated", publishedValue: "", publishedVerdict: "", plans: EMPTY_PLANS },
};

type Problems = Record<string, FieldError>;

/** A typed measure's method, as its combinations are judged (CALCULATION.md §2). */
export function methodOf(typed: Pick<TypedMeasure, "kind" | "overUnits" | "overTime" | "rule" | "base">): Method {
  const { kind, overUnits, overTime, rule, base } = typed;
  return { kind, overUnits, overTime, rule, hasFixedBase: base !== "entered" };
}

/** A field of the form for a problem of the method: the base is chosen in a field of its own. */
function listMethodErrors(typed: TypedMeasure): Problems {
  const problems = listMethodProblems(methodOf(typed)).map(({ field, code }): [string, FieldError] => [
    field === "fixedBase" ? "base" : field,
    { code, values: {} },
  ]);
  // Of two problems at one field the first is told; the other shows when it is solved.
  return Object.fromEntries(problems.reverse());
}

/** How a fixed denominator is read: people, things or money, never a percentage. */
export function readBaseNumber(text: string): NumberReading {
  return readNumber(text, { kind: "count", mayBeNegative: false });
}

function readNumberAt(path: string, reading: NumberReading, problems: Problems): Thousandths | null {
  if (reading.ok) return reading.value;
  problems[path] = { code: NUMBER_PROBLEM_CODES[reading.code], values: {} };
  return null;
}

function readBase(typed: TypedMeasure, yearIds: readonly string[], problems: Problems): FixedBase | null {
  if (typed.base === "entered") return null;
  if (typed.base === "term") {
    const term = readNumberAt("termBase", readBaseNumber(typed.termBase), problems);
    return term === null ? null : { term };
  }
  const filled = yearIds.filter((id) => (typed.yearBases[id] ?? "").trim() !== "");
  const [first] = yearIds;
  if (filled.length === 0 && first !== undefined) problems[`yearBases.${first}`] = { code: "required", values: {} };
  const bases = filled.flatMap((id): [string, Thousandths][] => {
    const base = readNumberAt(`yearBases.${id}`, readBaseNumber(typed.yearBases[id] ?? ""), problems);
    return base === null ? [] : [[id, base]];
  });
  return bases.length === 0 ? null : { years: Object.fromEntries(bases) };
}

/** What was once announced; a rate may be typed with its sign. */
export function readPublishedNumber(text: string): NumberReading {
  return readNumber(text, { kind: "percent", mayBeNegative: true });
}

function readPublished(typed: TypedMeasure, problems: Problems): Published | null {
  const isTyped = typed.publishedValue.trim() !== "";
  const value = isTyped ? readNumberAt("publishedValue", readPublishedNumber(typed.publishedValue), problems) : null;
  const verdict = typed.publishedVerdict === "" ? null : typed.publishedVerdict;
  if (value === null && verdict === null) return null;
  return { value: value === null ? null : announced(typed.publishedValue, value), verdict };
}

/** `97,80` was announced with two decimals, and is compared with two. */
function announced(text: string, value: Thousandths): string {
  const plain = text.trim().replace(/%$/, "").trim().replace(",", ".");
  return readDecimalText(plain) === value ? plain : thousandthsText(value);
}

function readDecimals(text: string, problems: Problems): number {
  if (/^[0-6]$/.test(text.trim())) return Number(text.trim());
  problems.decimals = { code: "bad_choice", values: {} };
  return 2;
}

/**
 * Reads a measure's form (CALCULATION.md §2): a combination that means nothing is refused at the field to change, a
 * fixed base needs its number, a list of units at least one of them, and plans fit the method.
 */
export function readTypedMeasure(typed: TypedMeasure, yearIds: readonly string[]): MeasureReading {
  const problems = listMethodErrors(typed);
  if (typed.appliesTo === "listed" && typed.unitCodes.length === 0) {
    problems.unitCodes = { code: "required", values: {} };
  }
  const { kind, frequency, overUnits, overTime, rule, mayExceedBase } = typed;
  const { plans, problems: planProblems } = readTypedPlans(typed, typed.plans, yearIds);
  for (const [path, problem] of Object.entries(planProblems)) problems[`plans.${path}`] = problem;
  const fields = {
    ...{ kind, frequency, overUnits, overTime, rule, mayExceedBase, plans },
    decimals: readDecimals(typed.decimals, problems),
    fixedBase: readBase(typed, yearIds, problems),
    published: readPublished(typed, problems),
  };
  return { fields, problems };
}

/** The texts with which a stored measure is filled into a form again; its plans have a form of their own. */
export function typedMeasureOf(state: MeasureState, plans: TypedPlans): TypedMeasure {
  const { unitCodes, termBase, yearBases, published, ...rest } = state;
  const typedText = (text: string) => {
    const read = readDecimalText(text);
    return typeof read === "number" ? typedNumber(read) : text;
  };
  return {
    ...rest,
    ...{ unitLabel: state.unitLabel ?? "", nLabel: state.nLabel ?? "", dLabel: state.dLabel ?? "" },
    decimals: state.decimals.toString(),
    appliesTo: unitCodes === null ? "cells" : "listed",
    unitCodes: unitCodes ?? [],
    base: termBase !== null ? "term" : yearBases !== null ? "years" : "entered",
    termBase: termBase === null ? "" : typedText(termBase),
    yearBases: Object.fromEntries(Object.entries(yearBases ?? {}).map(([id, base]) => [id, typedText(base)])),
    publishedValue: (published?.value ?? "").replace(".", ","),
    publishedVerdict: published?.verdict ?? "",
    plans,
  };
}
