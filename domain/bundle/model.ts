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
import type { Bundle, BundleTerm, BundleUnit } from "./schema";

export const DEFAULT_DECIMALS = 2;

/** The thousandths of a text that the schema has accepted. */
export function entered(text: string): Thousandths {
  const read = readDecimalText(text);
  if (typeof read === "string") throw new RangeError(`${read}: ${text}`);
  return read;
}

type PlanText = NonNullable<BundleMeasure["plan"]>;

function planOf(text: PlanText): PlanValue {
  return typeof text === "string" ? entered(text) : [entered(text[0]), entered(text[1])];
}

function yearPlansOf(texts: BundleMeasure["yearPlans"]): Readonly<Record<string, PlanValue>> {
  return Object.fromEntries(Object.entries(texts ?? {}).map(([year, text]) => [year, planOf(text)]));
}

function plansOf(measure: BundleMeasure): Plans {
  return {
    plan: measure.plan == null ? null : planOf(measure.plan),
    yearPlans: yearPlansOf(measure.yearPlans),
    sharePlan: measure.sharePlan == null ? null : entered(measure.sharePlan),
  };
}

/** Oldest first; what an entry does not say is as in the next later one, at last as in the present plans. */
function earlierPlansOf(measure: BundleMeasure): readonly EarlierPlans[] {
  const latestFirst = [...(measure.planHistory ?? [])].sort((a, b) => (a.until < b.until ? 1 : -1));
  let later: Plans = plansOf(measure);
  const earlier = latestFirst.map((entry): EarlierPlans => {
    const plans = {
      plan: entry.plan == null ? later.plan : planOf(entry.plan),
      yearPlans: entry.yearPlans == null ? later.yearPlans : yearPlansOf(entry.yearPlans),
      sharePlan: entry.sharePlan == null ? later.sharePlan : entered(entry.sharePlan),
    };
    later = plans;
    return { ...plans, until: asCalendarDate(entry.until), reason: entry.reason ?? "" };
  });
  return earlier.reverse();
}

function fixedBaseOf(base: BundleMeasure["fixedBase"]): FixedBase | null {
  if (base == null) return null;
  const { term, ...years } = base;
  if (term !== undefined) return { term: entered(term) };
  return {
    years: Object.fromEntries(Object.entries(years).map(([id, text]) => [id, entered(text)])),
  };
}

/** A measure of a bundle as the calculation takes it. */
export function measureModel(measure: BundleMeasure): Measure {
  const { id, kind, frequency, overUnits, overTime, rule } = measure;
  return {
    ...{ id, kind, frequency, overUnits, overTime, rule },
    plans: plansOf(measure),
    earlierPlans: earlierPlansOf(measure),
    fixedBase: fixedBaseOf(measure.fixedBase),
    decimals: measure.decimals ?? DEFAULT_DECIMALS,
    mayExceedBase: measure.mayExceedBase ?? false,
    unitIds: measure.units ?? null,
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
