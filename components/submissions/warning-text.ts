import { useLocale, useTranslations } from "next-intl";
import { localiseDecimal } from "@/domain/display";
import type { EntryWarning } from "@/domain/entry-checks";
import { isPercentage } from "@/domain/measures";
import type { ReportMeasure } from "@/server/loaders/report-views";
import { useFieldLabels } from "./field-labels";

/** Says what is worth a look at in a figure, to whoever enters it and to whoever decides about it. */
export function useWarningText(): (warning: EntryWarning, row: ReportMeasure) => string {
  const t = useTranslations("entry.warning");
  const level = useTranslations("measures.level");
  const locale = useLocale() === "en" ? "en" : "vi";
  const labelsOf = useFieldLabels();

  const compared = ({ measure }: ReportMeasure, { code, texts }: EntryWarning, index: number) => {
    const text = texts[index] ?? "";
    if (measure.kind === "level") return isLevel(text) ? level(text) : text;
    const written = localiseDecimal(text, locale);
    const isRate = isPercentage(measure) && measure.fixedBase === null && code !== "base_far_from_last";
    return isRate ? `${written}%` : written;
  };

  return (warning, row) => {
    const labels = labelsOf(row);
    const [first, second] = [0, 1].map((index) => compared(row, warning, index)) as [string, string];
    return t(warning.code, {
      plan: row.planText ?? "",
      ...{ first, second, same: first === second ? "yes" : "no" },
      ...{ nLabel: labels.n, dLabel: labels.d },
    });
  };
}

function isLevel(text: string): text is "1" | "2" | "3" | "4" {
  return /^[1-4]$/.test(text);
}
