"use client"; // fills in fields that somebody types in

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Frequency } from "@/domain/measures";
import type { ReportMeasure } from "@/server/loaders/report-views";
import type { Repetition } from "./use-repeat";

interface RepeatAllProps {
  readonly frequency: Frequency;
  readonly repetition: Repetition;
}

/** Above the form: fills in what is blank as last period. */
export function RepeatAll({ frequency, repetition: { repeatAll } }: RepeatAllProps) {
  const t = useTranslations("entry.repeat");
  if (frequency === "term") return null;
  return (
    <div className="screen-only flex flex-wrap items-center justify-end gap-x-3">
      <p className="text-quiet">{t("hint")}</p>
      <Button variant="quiet" onClick={repeatAll}>
        {t(`all.${frequency}`)}
      </Button>
    </div>
  );
}

/** What was filled in, with the way back. Its place exists before it speaks, so that it is announced. */
export function RepeatState({ repetition: { state, undo } }: Pick<RepeatAllProps, "repetition">) {
  const t = useTranslations("entry.repeat");
  const names = state?.rows.map(({ name }) => name).join(", ") ?? "";
  return (
    <div role="status" className="screen-only empty:hidden">
      {state && (
        <Notice title={state.isUndone ? t("undone") : t("done", { count: state.rows.length, names })}>
          {state.rows.length > 0 && <Button onClick={undo}>{t("undo")}</Button>}
        </Notice>
      )}
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
