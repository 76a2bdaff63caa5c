// A bundle tells of a corrected figure what it was before; here that becomes the revisions of a submission.
import { figureValueModel } from "../../domain/bundle/model";
import type { BundleFigure } from "../../domain/bundle/figure-schema";
import { asCalendarDate, type CalendarDate } from "../../domain/dates";
import type { FigureValue } from "../../domain/figures";

/** One value of a figure and, unless it was the first, when and why it replaced the one before. */
interface ToldValue {
  readonly value: FigureValue;
  readonly since: { readonly on: CalendarDate; readonly reason: string | null } | null;
}

/** A figure as it stands in one revision; `told` counts its values up to here, so that a new value has a new count. */
export interface RevisedFigure extends ToldValue {
  readonly figure: BundleFigure;
  readonly told: number;
}

/** A state in which a submission once stood; `since` is null for the first. */
export interface ToldRevision {
  readonly since: CalendarDate | null;
  readonly figures: readonly RevisedFigure[];
}

/** The values of a figure, oldest first: each entry of its history was replaced on its day by the one after it. */
function valuesOf(figure: BundleFigure): readonly ToldValue[] {
  const history = [...(figure.history ?? [])].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return [...history, figure].map((told, index) => {
    const before = history[index - 1];
    const since = before ? { on: asCalendarDate(before.at), reason: before.reason ?? null } : null;
    return { value: figureValueModel(told), since };
  });
}

/** Orders the changes of all figures: by day, and two changes of one figure on a day one after the other. */
function changeKeys(values: readonly ToldValue[]): string[] {
  const onDay = new Map<string, number>();
  return values.flatMap(({ since }) => {
    if (!since) return [];
    const nth = (onDay.get(since.on) ?? 0) + 1;
    onDay.set(since.on, nth);
    return [`${since.on} ${nth.toString().padStart(4, "0")}`];
  });
}

/** The revisions that a submission's figures tell of, oldest first; at least one, even without a figure. */
export function revisionsOf(figures: readonly BundleFigure[]): readonly ToldRevision[] {
  const told = figures.map((figure) => {
    const values = valuesOf(figure);
    return { figure, values, keys: changeKeys(values) };
  });
  const changes = [...new Set(told.flatMap(({ keys }) => keys))].sort();
  return [null, ...changes].map((change) => ({
    since: change === null ? null : asCalendarDate(change.slice(0, 10)),
    figures: told.flatMap(({ figure, values, keys }) => {
      const passed = change === null ? 0 : keys.filter((key) => key <= change).length;
      const value = values[passed];
      return value ? [{ figure, told: passed, ...value }] : [];
    }),
  }));
}
