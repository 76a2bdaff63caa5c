import { useTranslations } from "next-intl";
import type { ReportMeasure } from "@/server/loaders/report-views";

/** A measure as far as its fields are named by it. */
export type LabelledMeasure = Pick<ReportMeasure, "measure" | "nLabel" | "dLabel">;

/** The names of a measure's fields: its own words, else the common ones. */
export function useFieldLabels(): (row: LabelledMeasure) => ReturnType<typeof labelsOf> {
  const t = useTranslations("entry.field");
  return (row) => labelsOf(row, t);
}

/** The same with words at hand. */
export function labelsOf(row: LabelledMeasure, t: ReturnType<typeof useTranslations<"entry.field">>) {
  return {
    n: row.nLabel ?? (row.measure.kind === "percent" ? t("percent") : t("n")),
    d: row.dLabel ?? t("d"),
    level: t("level"),
    judged: t("judged"),
    evidence: t("evidence"),
    note: t("note"),
  };
}
