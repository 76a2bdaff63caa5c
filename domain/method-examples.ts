// A method shown on a few figures, and beside it what its alternatives would give: computed by the calculation itself.
import type { MeasureAchievement } from "./achievements";
import { asCalendarDate } from "./dates";
import type { Exact } from "./exact";
import type { FigureValue } from "./figures";
import { computeMeasureAchievement } from "./measure-achievement";
import { listMethodProblems } from "./method-problems";
import type { FixedBase, Frequency, Measure, OverTime, OverUnits } from "./measures";
import { periodValue } from "./period-values";
import { listPeriods, type Period } from "./periods";
import { lowerBound } from "./plans";
import { measureInputFromFigures } from "./term-achievement";
import { DEFAULT_SETTINGS, defaultYears, type Term } from "./terms";
import type { Thousandths } from "./thousandths";
import { EMPTY_FIGURE, type TypedFigure } from "./typed-figures";
import type { Unit } from "./units";

/** What a cell of the example holds: a unit's figure for a period; null where nothing was reported. */
export type ExampleFigures = readonly (readonly (FigureValue | null)[])[];

/** A method on the example's figures: each period's and each year's value on the way, and the result. */
export interface ExampleResult {
  /** Null for `latest`, which looks at each unit's last figure and at no period as a whole. */
  readonly periods: readonly (Exact | null)[] | null;
  readonly achievement: MeasureAchievement;
}

/** A method that adds up in another way, the fields in which it differs, and what it gives. */
export interface ExampleAlternative extends ExampleResult {
  readonly overUnits: OverUnits;
  readonly overTime: OverTime;
  readonly differs: "overUnits" | "overTime";
}

const FIRST_DAY = asCalendarDate("2001-01-01");
const SPAN = { startsOn: FIRST_DAY, endsOn: asCalendarDate("2002-12-31") };

/** Two years, so that what is taken by year and what is taken by period can differ. */
const EXAMPLE_TERM: Term = {
  ...{ id: "example", name: "" },
  ...SPAN,
  years: defaultYears(SPAN),
  settings: DEFAULT_SETTINGS,
};

const EXAMPLE_UNITS: readonly Unit[] = ["a", "b"].map((id, index) => ({
  ...{ id, kind: "cell", from: FIRST_DAY, to: null },
  versions: [{ from: FIRST_DAY, name: id, parentId: null, position: index + 1 }],
}));

const OVER_UNITS: readonly OverUnits[] = ["sum", "mean", "min", "share"];
const OVER_TIMES: readonly OverTime[] = ["sum", "mean_periods", "mean_years", "latest", "min", "each_year"];

/** Figures that are due more often than twice a year are shown twice a year: the example is to be seen at a glance. */
function exampleFrequency(frequency: Frequency): Frequency {
  return frequency === "year" || frequency === "term" ? frequency : "half";
}

/** The periods of the example for a frequency: 2 halves of 2 years, 2 years, or the term. */
export function listExamplePeriods(frequency: Frequency): readonly Period[] {
  return listPeriods(EXAMPLE_TERM, exampleFrequency(frequency));
}

/** A base by the term's years as one by the example's two, in their order. */
function exampleBase(base: FixedBase | null): FixedBase | null {
  if (base?.years === undefined) return base;
  const bases = Object.values(base.years);
  const years = EXAMPLE_TERM.years.flatMap(({ id }, index) => {
    const own = bases[index] ?? bases.at(-1);
    return own === undefined ? [] : [[id, own] as const];
  });
  return { years: Object.fromEntries(years) };
}

/** The measure as the example takes it: its own method and plan, the example's units and years. */
function exampleMeasure(measure: Measure): Measure {
  const { plans, overUnits } = measure;
  const ofYears = Object.values(plans.yearPlans)[0] ?? null;
  const shareOfYears = ofYears === null ? null : lowerBound<Thousandths>(ofYears);
  const isShare = overUnits === "share";
  return {
    ...measure,
    id: "example",
    frequency: exampleFrequency(measure.frequency),
    plans: {
      plan: plans.plan ?? (isShare ? null : ofYears),
      yearPlans: {},
      sharePlan: isShare ? (plans.sharePlan ?? shareOfYears) : null,
    },
    earlierPlans: [],
    fixedBase: exampleBase(measure.fixedBase),
    unitIds: null,
    joinedOn: {},
  };
}

/** A measure's method on the example's figures, by the same functions as every other number, at the end of the term. */
export function computeExample(measure: Measure, cells: ExampleFigures): ExampleResult {
  const example = exampleMeasure(measure);
  const periods = listPeriods(EXAMPLE_TERM, example.frequency);
  const figures = EXAMPLE_UNITS.flatMap(({ id: unitId }, row) =>
    periods.flatMap(({ key: period }, column) => {
      const value = cells[row]?.[column] ?? null;
      return value === null ? [] : [{ measureId: example.id, unitId, period, state: "accepted" as const, value }];
    }),
  );
  const totals = { measure: example, units: EXAMPLE_UNITS, figures, rootId: null, basis: "accepted" as const };
  const input = measureInputFromFigures(totals, EXAMPLE_TERM, EXAMPLE_TERM.endsOn);
  return {
    periods:
      example.overTime === "latest" ? null : input.totals.map((total) => periodValue(example, example.plans, total)),
    achievement: computeMeasureAchievement(input),
  };
}

function meansSomething(measure: Measure): boolean {
  return listMethodProblems({ ...measure, hasFixedBase: measure.fixedBase !== null }).length === 0;
}

/** With another step over units; a mean of rates cannot add up over time, and then takes the mean of the periods. */
function withOverUnits(measure: Measure, overUnits: OverUnits): Measure | null {
  const plain = { ...measure, overUnits, fixedBase: overUnits === "sum" ? measure.fixedBase : null };
  if (measure.fixedBase !== null && plain.fixedBase === null) return null;
  const candidates = [plain, { ...plain, overTime: "mean_periods" as const }];
  return candidates.find(meansSomething) ?? null;
}

/**
 * The other ways to add up that mean something, one step changed at a time, each on the same figures. A judgement has
 * one way only; the level and the % of a share are a promise of another shape, so it is no alternative and has none over units.
 */
export function listExampleAlternatives(measure: Measure, cells: ExampleFigures): readonly ExampleAlternative[] {
  if (measure.kind === "judged") return [];
  const isShare = measure.overUnits === "share";
  const overUnits = OVER_UNITS.filter((other) => !isShare && other !== measure.overUnits && other !== "share");
  const overTimes = measure.frequency === "term" ? [] : OVER_TIMES.filter((other) => other !== measure.overTime);
  const others = [
    ...overUnits.map((other) => ["overUnits", withOverUnits(measure, other)] as const),
    ...overTimes.map((other) => ["overTime", { ...measure, overTime: other }] as const),
  ];
  return others.flatMap(([differs, other]): ExampleAlternative[] => {
    if (other === null || !meansSomething(other)) return [];
    return [{ ...computeExample(other, cells), overUnits: other.overUnits, overTime: other.overTime, differs }];
  });
}

/**
 * Figures to begin with. The rates add up to 20/20 and 9/12: pooled they are 29/32 = 90,63 %, while the mean of units and
 * periods is 87,50 %: the two that people mix up differ at once.
 */
const FIRST_FIGURES: Readonly<Record<Measure["kind"], Readonly<Record<2 | 4, readonly (readonly string[])[]>>>> = {
  rate: {
    2: [
      ["8/8", "12/12"],
      ["3/6", "6/6"],
    ],
    4: [
      ["3/3", "7/7", "3/3", "7/7"],
      ["2/4", "4/4", "1/2", "2/2"],
    ],
  },
  count: {
    2: [
      ["3", "5"],
      ["1", "2"],
    ],
    4: [
      ["1", "2", "2", "3"],
      ["1", "0", "1", "1"],
    ],
  },
  percent: {
    2: [
      ["96", "98,5"],
      ["90", "94"],
    ],
    4: [
      ["96", "98", "97", "99"],
      ["90", "94", "92", "96"],
    ],
  },
  level: {
    2: [
      ["3", "4"],
      ["2", "3"],
    ],
    4: [
      ["3", "3", "4", "4"],
      ["2", "3", "3", "3"],
    ],
  },
  judged: {
    2: [
      ["met", "met"],
      ["met", "exceeded"],
    ],
    4: [
      ["met", "met", "met", "exceeded"],
      ["met", "met", "met", "met"],
    ],
  },
};

function typedExample(kind: Measure["kind"], text: string): TypedFigure {
  if (kind === "level") return { ...EMPTY_FIGURE, level: text };
  if (kind === "judged") return { ...EMPTY_FIGURE, judged: text };
  const [n = "", d = ""] = text.split("/");
  return { ...EMPTY_FIGURE, n, d };
}

/** The example's first figures as they stand in its fields, by unit and period. */
export function firstExample(kind: Measure["kind"], frequency: Frequency): readonly (readonly TypedFigure[])[] {
  const count = listExamplePeriods(frequency).length;
  const rows = FIRST_FIGURES[kind][count === 4 ? 4 : 2];
  return rows.map((row) => row.slice(0, count).map((text) => typedExample(kind, text)));
}
