// From the checked text of a bundle to what the calculation works on.
import { asCalendarDate } from "../dates";
import type { Figure, FigureValue, Level } from "../figures";
import type { EarlierPlans, FixedBase, Measure, Plans, PlanValue } from "../measures";
import type { PeriodKey } from "../periods";
import type { Target } from "../targets";
import type { TermFigures } from "../term-achievement";
import { DEFAULT_SETTINGS, defaultYears, type Term } from "../terms";
import { readDecimalText, type Thousandths } from "../thousandths";
import type { Unit, UnitVersion } from "../units";
import type { BundleFigure } from "./figure-schema";
import type { BundleMeasure, BundleTarget } from "./measure-schema";
import { earlierPlans, presentPlans, type PlanTexts } from "./plan-history";
import type { Bundle, BundleTerm, BundleUnit } from "./schema";

export const DEFAULT_DECIMALS = 2;

/** The thousandths of a text that the schema has accepted. */
export function entered(text: string): Thousandths {
  const read = readDecimalText(text);
  if (typeof read === "string") throw new RangeError(`${read}: ${text}`);
  return read;
}

function planOf(text: NonNullable<PlanTexts["plan"]>): PlanValue {
  return typeof text === "string" ? entered(text) : [entered(text[0]), entered(text[1])];
}

function plansOf({ plan, yearPlans, sharePlan }: PlanTexts): Plans {
  return {
    plan: plan === null ? null : planOf(plan),
    yearPlans: Object.fromEntries(Object.entries(yearPlans).map(([year, text]) => [year, planOf(text)])),
    sharePlan: sharePlan === null ? null : entered(sharePlan),
  };
}

function earlierPlansOf(measure: BundleMeasure): readonly EarlierPlans[] {
  return earlierPlans(measure).map((texts) => ({
    ...plansOf(texts),
    until: asCalendarDate(texts.until),
    reason: texts.reason ?? "",
  }));
}

function fixedBaseOf(base: BundleMeasure["fixedBase"]): FixedBase | null {
  if (base == null) return null;
  const { term, ...years } = base;
  if (term !== undefined) return { term: entered(term) };
  return {
    years: Object.fromEntries(Object.entries(years).map(([id, text]) => [id, entered(text)])),
  };
}

function joinedOnOf({ unitsFrom }: BundleMeasure): Measure["joinedOn"] {
  return Object.fromEntries(Object.entries(unitsFrom ?? {}).map(([unit, day]) => [unit, asCalendarDate(day)]));
}

/** A measure of a bundle as the calculation takes it. */
export function measureModel(measure: BundleMeasure): Measure {
  const { id, kind, frequency, overUnits, overTime, rule } = measure;
  return {
    ...{ id, kind, frequency, overUnits, overTime, rule },
    plans: plansOf(presentPlans(measure)),
    earlierPlans: earlierPlansOf(measure),
    fixedBase: fixedBaseOf(measure.fixedBase),
    decimals: measure.decimals ?? DEFAULT_DECIMALS,
    mayExceedBase: measure.mayExceedBase ?? false,
    unitIds: measure.units ?? null,
    joinedOn: joinedOnOf(measure),
  };
}

/** A term of a bundle with its years, the calendar ones where it names none. */
export function termModel(term: BundleTerm): Term {
  const span = { startsOn: asCalendarDate(term.startsOn), endsOn: asCalendarDate(term.endsOn) };
  const years = (term.years ?? []).map(({ id, startsOn, endsOn }) => ({
    id,
    startsOn: asCalendarDate(startsOn),
    endsOn: asCalendarDate(endsOn),
  }));
  const settings = term.settings ?? {};
  return {
    id: term.id,
    name: term.name,
    ...span,
    years: years.length === 0 ? defaultYears(span) : years.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1)),
    settings: {
      atRiskCountPct: settings.atRiskCountPct ?? DEFAULT_SETTINGS.atRiskCountPct,
      atRiskPoints: settings.atRiskPoints ?? DEFAULT_SETTINGS.atRiskPoints,
      viewAsOf: settings.viewAsOf == null ? null : asCalendarDate(settings.viewAsOf),
    },
  };
}

/** A unit of a bundle with all its versions; `order` is its place in the file, the position of one that names none. */
export function unitModel(unit: BundleUnit, order: number): Unit {
  const from = asCalendarDate(unit.from);
  let current: UnitVersion = {
    from,
    name: unit.name,
    parentId: unit.parent ?? null,
    position: unit.position ?? order + 1,
  };
  const versions = [current];
  for (const later of [...(unit.versions ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    current = {
      from: asCalendarDate(later.from),
      name: later.name ?? current.name,
      parentId: later.parent === undefined ? current.parentId : later.parent,
      position: later.position ?? current.position,
    };
    versions.push(current);
  }
  return {
    id: unit.id,
    kind: unit.kind,
    from,
    to: unit.to == null ? null : asCalendarDate(unit.to),
    versions,
  };
}

/** The value of a figure that the bundle's rules have accepted. */
export function figureValueModel(
  figure: Pick<BundleFigure, "n" | "d" | "level" | "judged" | "evidence" | "notApplicable">,
): FigureValue {
  if (figure.notApplicable === true) return { type: "not_applicable" };
  if (figure.level != null) return { type: "level", level: figure.level as Level };
  if (figure.judged != null) {
    return { type: "judged", judged: figure.judged, evidence: figure.evidence ?? null };
  }
  const n = figure.n == null ? null : entered(figure.n);
  return { type: "number", n, d: figure.d == null ? null : entered(figure.d) };
}

/** A figure of a bundle as the calculation takes it. */
export function figureModel(figure: BundleFigure): Figure {
  return {
    measureId: figure.measure,
    unitId: figure.unit,
    period: figure.period as PeriodKey,
    state: figure.status,
    value: figureValueModel(figure),
  };
}

function targetModel({ id, measures }: BundleTarget): Target {
  return { id, measures: measures.map(measureModel) };
}

/** Everything that the calculation takes from a bundle, one entry a term; targets in the order of the file. */
export function bundleToModel(bundle: Bundle): readonly TermFigures[] {
  const units = bundle.units.map(unitModel);
  return bundle.terms.map((term) => ({
    term: termModel(term),
    targets: term.targets.map(targetModel),
    units,
    figures: (term.figures ?? []).map(figureModel),
  }));
}
