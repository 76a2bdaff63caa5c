// Small ways to say a measure, units and figures in a test: the same text forms as a bundle's.
import type { MeasureAchievement } from "@/domain/achievements";
import type { BundleMeasure } from "@/domain/bundle/measure-schema";
import { entered, measureModel } from "@/domain/bundle/model";
import { asCalendarDate } from "@/domain/dates";
import type { Basis, Figure, FigureValue, Judgement, Level, SubmissionState } from "@/domain/figures";
import { computeMeasureAchievement } from "@/domain/measure-achievement";
import type { Measure } from "@/domain/measures";
import type { PeriodKey } from "@/domain/periods";
import { measureInputFromFigures } from "@/domain/term-achievement";
import { DEFAULT_SETTINGS, defaultYears, type Term } from "@/domain/terms";
import type { Unit } from "@/domain/units";

/** A yearly count that sums, at least its plan, unless said otherwise. */
export function measureOf(fields: Partial<BundleMeasure> = {}): Measure {
  return measureModel({
    id: "m",
    name: "m",
    kind: "count",
    frequency: "year",
    overUnits: "sum",
    overTime: "sum",
    rule: "at_least",
    ...fields,
  });
}

/** A term with calendar years, 2016 to 2020 unless said otherwise. */
export function termOf(startsOn = "2016-01-01", endsOn = "2020-12-31"): Term {
  const span = { startsOn: asCalendarDate(startsOn), endsOn: asCalendarDate(endsOn) };
  return { id: "T", name: "T", ...span, years: defaultYears(span), settings: DEFAULT_SETTINGS };
}

/** A cell below `db` since 2010 unless said otherwise. */
export function unitOf(id: string, fields: Partial<Unit> & { parent?: string | null } = {}): Unit {
  const { parent = "db", ...rest } = fields;
  const from = asCalendarDate("2010-01-01");
  const versions = [{ from, name: id, parentId: parent, position: 1 }];
  return { id, kind: "cell", from, to: null, versions, ...rest };
}

export const committee = unitOf("db", { kind: "committee", parent: null });

function valueOf(text: string): FigureValue {
  if (text === "na") return { type: "not_applicable" };
  if (/^L[1-4]$/.test(text)) {
    return { type: "level", level: Number.parseInt(text.slice(1), 10) as Level };
  }
  if (/^[a-z_]+$/.test(text)) return { type: "judged", judged: text as Judgement, evidence: null };
  const [n = "", d] = text.split("/");
  return { type: "number", n: entered(n), d: d === undefined ? null : entered(d) };
}

/** Figures of the measure `m` from lines such as `c1 2016 20/20 submitted`. */
export function figuresOf(lines: readonly string[]): Figure[] {
  return lines.map((line) => {
    const [unitId = "", period = "", value = "", state = "accepted"] = line.split(" ");
    return {
      measureId: "m",
      unitId,
      period: period as PeriodKey,
      state: state as SubmissionState,
      value: valueOf(value),
    };
  });
}

/** The units that the figures name, below the committee. */
export function unitsOf(figures: readonly Figure[]): Unit[] {
  return [committee, ...[...new Set(figures.map(({ unitId }) => unitId))].map((id) => unitOf(id))];
}

interface AchieveOptions {
  readonly units?: readonly Unit[];
  readonly rootId?: string | null;
  readonly basis?: Basis;
}

/** A measure's result from figures, at the term's end unless said otherwise. */
export function achieve(
  measure: Measure,
  figures: readonly Figure[],
  asOf = "2020-12-31",
  { units = unitsOf(figures), rootId = null, basis = "accepted" }: AchieveOptions = {},
): MeasureAchievement {
  const input = { measure, units, figures, rootId, basis };
  return computeMeasureAchievement(measureInputFromFigures(input, termOf(), asCalendarDate(asOf)));
}
