import { useTranslations } from "next-intl";
import { usePlanText } from "@/components/targets/use-plan-text";
import type { MeasureView } from "@/server/loaders/overview";

/**
 * What the remaining periods must bring, as a sentence; null where nothing is to be said.
 * `shortBy` is what a count still lacks: it is told first, being what can be counted on fingers.
 */
export function useRequiredText(): (measure: MeasureView, shortBy?: string | null) => string | null {
  const t = useTranslations("achievements");
  const planText = usePlanText();
  return (measure, shortBy = null) => {
    const { required, kind, unitLabel } = measure;
    if (required === null) return null;
    const words = {
      periods: t(`required.periods.${required.frequency}`, { count: required.periodsLeft }),
      value: required.value,
      plan: planText(measure),
      unit: unitLabel,
      frequency: t(`frequency.${required.frequency}`),
    };
    if (kind !== "count") return t("required.rate", words);
    return shortBy === null ? t("required.count", words) : t("required.short", { ...words, short: shortBy });
  };
}
