import { useTranslations } from "next-intl";
import type { ReportMeasure } from "@/server/loaders/report-views";

/** The names of a measure's fields: its own words, else the common ones. */
export function useFieldLabels(): (row: ReportMeasure) => ReturnType<typeof labelsOf> {
  const t = useTranslations("entry.field");
  return (row) => labelsOf(row, t);
}

function labelsOf(row: ReportMeasure, t: ReturnType<typeof useTranslations<"entry.field">>) {
  return {
    n: row.nLabel ?? (row.measure.kind === "percent" ? t("percent") : t("n")),
    d: row.dLabel ?? t("d"),
    level: t("level"),
    judged: t("judged"),
    evidence: t("evidence"),
    note: t("note"),
  };
}
