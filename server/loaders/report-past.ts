// A report's figures of the past, as texts to be shown beside its own.
import type { CountingFigure } from "@/db/queries/figures";
import type { StoredMeasure } from "@/db/queries/measures";
import { datePartsOf } from "@/domain/dates";
import { displayEntered, localiseDecimal } from "@/domain/display";
import type { FigureValue } from "@/domain/figures";
import type { Measure } from "@/domain/measures";
import { unitValue } from "@/domain/over-units";
import type { Period } from "@/domain/periods";
import { judgementText, sumText, valueText, type Wording } from "./figure-texts";
import { periodText } from "./period-texts";
import type { EarlierFigure, PastFigure } from "./report-views";

/** So many earlier figures are told beside a form, the newest ones. */
const EARLIER = 12;

/** A figure as one text: `96,55%`, `1`, a level's or judgement's word; null where it has no value. */
export function figureValueText(measure: Measure, value: FigureValue, wording: Wording): string | null {
  if (value.type === "judged") return judgementText(value.judged, wording);
  const own = unitValue(measure, value);
  if (own === null) return null;
  // With a fixed base a unit's own part is a number; only all units together are a rate.
  if (measure.fixedBase !== null) return localiseDecimal(displayEntered(own), wording.locale);
  return valueText(measure, own, null, wording);
}

/** `28/29`: n and d of a rate as they were entered; null for other kinds. */
export function figurePartsText(value: FigureValue, wording: Wording): string | null {
  if (value.type !== "number" || value.n === null || value.d === null) return null;
  return `${sumText(value.n, wording)}/${sumText(value.d, wording)}`;
}

/** The period before and the same one a year ago, reported or not. */
export function pastFigures(
  measure: StoredMeasure,
  periods: readonly Period[],
  period: Period,
  past: readonly CountingFigure[],
  wording: Wording,
): readonly PastFigure[] {
  const index = periods.findIndex(({ key }) => key === period.key);
  const { year, month } = datePartsOf(period.endsOn);
  const yearAgo = periods.find(({ endsOn }) => {
    const ended = datePartsOf(endsOn);
    return ended.year === year - 1 && ended.month === month;
  });
  const pastFigure = (type: PastFigure["type"], of: Period | undefined): PastFigure[] => {
    if (of === undefined) return [];
    return [
      pastView(
        type,
        measure,
        past.find((figure) => figure.period === of.key),
        wording,
      ),
    ];
  };
  const isYearly = measure.frequency === "year" || measure.frequency === "term";
  return [...pastFigure("previous", periods[index - 1]), ...(isYearly ? [] : pastFigure("sameLastYear", yearAgo))];
}

/** One figure of the past as it is shown beside the fields. */
export function pastView(
  type: PastFigure["type"],
  measure: StoredMeasure,
  figure: Pick<CountingFigure, "value" | "state"> | undefined,
  wording: Wording,
): PastFigure {
  return {
    type,
    value: figure ? figureValueText(measure, figure.value, wording) : null,
    notApplicable: figure?.value.type === "not_applicable",
    provisional: figure?.state === "submitted",
  };
}

/** What the unit reported for the periods before, newest first. */
export function earlierFigures(
  measure: StoredMeasure,
  periods: readonly Period[],
  earlier: readonly CountingFigure[],
  wording: Wording,
): readonly EarlierFigure[] {
  const newest = earlier.toReversed().slice(0, EARLIER);
  return newest.map(({ period: key, value }) => {
    const period = periods.find((candidate) => candidate.key === key);
    return {
      period: period ? periodText(period, wording) : key,
      value: figureValueText(measure, value, wording),
      parts: figurePartsText(value, wording),
      notApplicable: value.type === "not_applicable",
    };
  });
}
