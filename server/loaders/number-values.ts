// Which number an address names: its text, how it was computed, and what it is made of.
import type { YearAchievement } from "@/domain/achievements";
import { traceToFigures } from "@/domain/deep-traces";
import { termPoint, yearPoint, type LatestFigure } from "@/domain/latest";
import type { NumberAddress } from "@/domain/number-names";
import { countingTotals, type CountingTotal } from "@/domain/over-time";
import { periodTrace } from "@/domain/period-values";
import { exactPlan, plansInForce } from "@/domain/plans";
import type { ReportingYear } from "@/domain/terms";
import { recompute, type Trace } from "@/domain/traces";
import type { StoredPeriod } from "@/db/queries/periods";
import type { CountingFigure } from "@/db/queries/figures";
import {
  achievementPctText,
  actualText,
  excessText,
  judgementText,
  planText,
  planToDateText,
  requiredText,
  sentenceText,
  valueText,
  yearText,
  type Wording,
} from "./figure-texts";
import type { NumberParts } from "./number-explanation-views";
import {
  periodParts,
  readEntries,
  readPeriodEntries,
  readTotalsInput,
  yearParts,
  type EntriesReader,
} from "./number-parts";
import { periodText } from "./period-texts";
import type { MeasureResult } from "./term-results";

/** A number that was found, ready to be shown. */
export interface FoundNumber {
  readonly value: string | null;
  /** The year or period that it is of. */
  readonly of: string | null;
  readonly sentence: string | null;
  readonly trace: Trace | null;
  readonly parts: NumberParts | null;
  readonly disagrees: boolean;
}

/** What a number is read from. */
export interface NumberReader extends EntriesReader {
  readonly result: MeasureResult;
  /** The period that the address names, null when it names none of the measure's. */
  readonly period: StoredPeriod | null;
}

const PLAIN = { of: null, sentence: null, parts: null, disagrees: false } as const;

/** The number at an address; null when the measure has no such year or period. */
export async function readNumber(reader: NumberReader, address: NumberAddress): Promise<FoundNumber | null> {
  const { result, wording, measure } = reader;
  const { achievement } = result;
  const { traces } = achievement;
  switch (address.number) {
    case "actual":
      return readResult(reader);
    case "plan":
      return { ...PLAIN, value: planValueText(result, wording), trace: traces.plan };
    case "planToDate": {
      const value = planToDateText(measure, achievement, wording) ?? planValueText(result, wording);
      return { ...PLAIN, value, trace: traces.planToDate };
    }
    case "achievementPct":
      return { ...PLAIN, value: achievementPctText(achievement, wording), trace: traces.achievementPct };
    case "excess":
      return { ...PLAIN, value: excessValueText(result, wording), trace: traces.excess };
    case "required":
      return { ...PLAIN, value: requiredText(measure, achievement, wording), trace: traces.required };
    case "reports":
      return readReports(reader);
    case "year":
      return readYear(reader, address.yearId);
    case "period":
      return reader.period && readPeriod(reader, reader.period);
  }
}

function planValueText({ measure, achievement }: MeasureResult, wording: Wording): string | null {
  return achievement.plan === null ? null : planText(measure, exactPlan(achievement.plan), wording);
}

/** The difference with its unit: `+2,04 điểm`, `−62,50%`. */
function excessValueText({ measure, achievement }: MeasureResult, wording: Wording): string | null {
  const excess = excessText(measure, achievement, wording);
  const unit = achievement.excessUnit;
  if (excess === null || unit === null) return null;
  if (unit === "percent") return `${excess}%`;
  return wording.t(`achievements.difference.${unit}`, { excess, unit: measure.unitLabel ?? "" }).trim();
}

async function readResult(reader: NumberReader): Promise<FoundNumber> {
  const { result, measure, term, wording } = reader;
  const { achievement, input } = result;
  return {
    value: actualText(measure, achievement, wording),
    of: null,
    sentence: sentenceText(measure, achievement, wording),
    trace: achievement.traces.actual,
    parts: await readResultParts(reader, input.latest.get(termPoint(term, input.asOf)) ?? []),
    disagrees: false,
  };
}

/** A result by its years where it is made of years, else by its periods, or by each unit's last figure. */
async function readResultParts(reader: NumberReader, latest: readonly LatestFigure[]): Promise<NumberParts> {
  const { result, measure, wording } = reader;
  if (measure.overTime === "latest") return readLatestParts(reader, latest);
  const isOfYears = ["mean_years", "each_year"].includes(measure.overTime) || measure.fixedBase?.years !== undefined;
  if (isOfYears && measure.frequency !== "term") return yearParts(measure, result.achievement, wording);
  return periodParts(result.input, countingTotals(result.input), wording);
}

async function readLatestParts(reader: NumberReader, latest: readonly LatestFigure[]): Promise<NumberParts> {
  const input = await readTotalsInput(reader);
  const lastPeriods = new Map(latest.map(({ unitId, period }) => [unitId, period]));
  const figures = (input.figures as readonly CountingFigure[]).filter(
    ({ unitId, period }) => lastPeriods.get(unitId) === period,
  );
  const units = reader.units.filter(({ id }) => lastPeriods.has(id));
  return readEntries(reader, units, figures, null);
}

function readReports({ result, wording }: NumberReader): FoundNumber {
  const { achievement, input } = result;
  const ended = countingTotals(input).filter(({ period }) => period.endsOn <= input.asOf);
  return {
    ...PLAIN,
    value: `${achievement.received}/${achievement.expected}`,
    trace: null,
    parts: periodParts(input, ended, wording),
  };
}

async function readYear(reader: NumberReader, yearId: string | undefined): Promise<FoundNumber | null> {
  const { result, measure, term, wording } = reader;
  const year = term.years.find(({ id }) => id === yearId);
  if (year === undefined) return null;
  const achieved = result.achievement.years.find((one) => one.yearId === year.id) ?? null;
  return {
    ...PLAIN,
    value: achieved && yearText(measure, achieved, wording),
    of: year.id,
    trace: achieved?.trace ?? null,
    parts: await readYearParts(reader, year, achieved),
  };
}

async function readYearParts(
  reader: NumberReader,
  year: ReportingYear,
  achieved: YearAchievement | null,
): Promise<NumberParts> {
  const { input } = reader.result;
  if (reader.measure.overTime === "latest" && achieved !== null) {
    return readLatestParts(reader, input.latest.get(yearPoint(year, input.asOf)) ?? []);
  }
  const totals = countingTotals(input).filter(({ period }) => period.yearId === year.id);
  return periodParts(input, totals, reader.wording);
}

async function readPeriod(reader: NumberReader, period: StoredPeriod): Promise<FoundNumber> {
  const { result, wording, measure, term } = reader;
  const { input: measured } = result;
  const { input, parts } = await readPeriodEntries(reader, period);
  const found = countingTotals(measured).find((one) => one.period.key === period.key);
  const shared = { of: periodText(period, wording), sentence: null, parts };
  if (found === undefined) return { ...shared, value: null, trace: null, disagrees: false };
  const kept = periodTrace(measure, plansInForce(measure, measured.asOf), found.total);
  const trace = traceToFigures(kept, input, term, measured.asOf);
  return { ...shared, value: periodValueText(reader, found, kept), trace, disagrees: !isSame(kept, trace) };
}

function periodValueText({ measure, wording }: NumberReader, { total }: CountingTotal, kept: Trace): string | null {
  if (total.judged !== null) return judgementText(total.judged, wording);
  return kept.value && valueText(measure, kept.value, null, wording);
}

/** What is kept is what its figures give. */
function isSame({ value }: Trace, trace: Trace): boolean {
  const again = recompute(trace);
  return value === null ? again === null : again !== null && value.equals(again);
}
