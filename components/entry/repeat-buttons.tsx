"use client"; // fills in fields that somebody types in

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Frequency } from "@/domain/measures";
import type { ReportMeasure } from "@/server/loaders/report-views";
import type { Repetition } from "./use-repeat";

interface RepeatAllProps {
  readonly frequency: Frequency;
  readonly repetition: Repetition;
}

/** Above the form: fills in what is blank as last period, says what that was, and takes it back. */
export function RepeatAll({ frequency, repetition: { state, repeatAll, undo } }: RepeatAllProps) {
  const t = useTranslations("entry.repeat");
  if (frequency === "term") return null;
  const names = state?.rows.map(({ name }) => name).join(", ") ?? "";
  return (
    <div className="screen-only flex flex-wrap items-center justify-end gap-x-3 gap-y-1 text-small">
      <div role="status" className="flex min-w-60 flex-1 flex-wrap items-center gap-x-2">
        {state?.isUndone && t("undone")}
        {state && !state.isUndone && <p>{t("done", { count: state.rows.length, names })}</p>}
        {state && state.rows.length > 0 && (
          <Button variant="quiet" onClick={undo}>
            {t("undo")}
          </Button>
        )}
      </div>
      <span className="text-quiet">{t("hint")}</span>
      <Button onClick={repeatAll}>{t(`all.${frequency}`)}</Button>
    </div>
  );
}

interface RepeatOneProps {
  readonly row: ReportMeasure;
  readonly onRepeat: (row: ReportMeasure) => void;
}

/** In a measure's row: its figure as last period. Nothing where there was none. */
export function RepeatOne({ row, onRepeat }: RepeatOneProps) {
  const t = useTranslations("entry.repeat");
  const { frequency } = row.measure;
  if (frequency === "term" || row.previousTyped === null) return null;
  const as = t(`as.${frequency}`);
  return (
    <button
      type="button"
      aria-label={t("of", { as, measure: row.name })}
      aria-keyshortcuts="Control+D"
      title="Ctrl + D"
      onClick={() => onRepeat(row)}
      className="screen-only min-h-9 text-small text-quiet underline"
    >
      {as}
    </button>
  );
}
