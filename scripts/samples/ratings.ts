import type { ReportingYear, Term } from "@/domain/terms";
import { notApplicableEntry, rateEntry, type Entry } from "./entries";
import { apportion, spread, type Random } from "./random";
import { cellSizesAt, type Roll } from "./rolls";

/** A year's rating of all cells together: how many were rated, how many of them not "good". */
export interface YearRating {
  readonly rated: number;
  readonly notGood: number;
}

/** What is known of a yearly rating of people before it is divided over the cells. */
export interface RatingFacts {
  readonly measure: string;
  readonly term: Term;
  readonly random: Random;
  /** By whose sizes the rated are divided. */
  readonly roll: Roll;
  /** By reporting year; a year without one has no rating. */
  readonly years: Readonly<Record<string, YearRating>>;
  /** Why there is no rating, by `unit year` or by `year` for every cell. */
  readonly noRating: Readonly<Record<string, string>>;
}

/** Yearly figures (rated good of rated) of every cell; the year's sums are those of the facts exactly. */
export function buildRatings(facts: RatingFacts): readonly Entry[] {
  return facts.term.years.flatMap((year) => buildYear(facts, year));
}

function buildYear(facts: RatingFacts, year: ReportingYear): readonly Entry[] {
  const { measure, roll, noRating } = facts;
  const reasonOf = (unit: string) => noRating[`${unit} ${year.id}`] ?? noRating[year.id];
  const cells = cellSizesAt(roll, year.endsOn);
  const ratedCells = cells.filter(({ unit }) => reasonOf(unit) === undefined);
  const good = divideYear(facts, year, ratedCells);
  return cells.map(({ unit }) => {
    const address = { measure, unit, period: year.id };
    const figure = good.get(unit);
    return figure === undefined
      ? notApplicableEntry(address, reasonOf(unit) ?? "")
      : rateEntry(address, figure.n, figure.d);
  });
}

function divideYear(
  { random, years }: RatingFacts,
  year: ReportingYear,
  cells: readonly { readonly unit: string; readonly size: number }[],
): ReadonlyMap<string, { readonly n: number; readonly d: number }> {
  const rating = years[year.id];
  if (rating === undefined) return new Map();
  const rated = apportion(
    rating.rated,
    cells.map(({ size }) => size),
  );
  const notGood = spread(
    random,
    rating.notGood,
    rated.map((count) => ({ weight: count, most: 4 })),
  );
  return new Map(
    cells.map(({ unit }, index) => {
      const d = rated[index] ?? 0;
      return [unit, { n: d - (notGood[index] ?? 0), d }];
    }),
  );
}
