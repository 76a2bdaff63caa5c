import { useTranslations } from "next-intl";
import type { MeasureView } from "@/server/loaders/overview";

type Compared = Pick<MeasureView, "excess" | "excessUnit" | "achievementPct" | "planToDate" | "unitLabel" | "sentence">;

/** The difference between result and plan: points for a rate; for a count its plan to date while it runs, then its sentence. */
export function useDifferenceText(): (measure: Compared) => string | null {
  const t = useTranslations("achievements.difference");
  return ({ excess, excessUnit, achievementPct, planToDate, unitLabel, sentence }) => {
    if (planToDate !== null) return t("planToDate", { value: planToDate });
    if (achievementPct !== null) return sentence;
    if (excess === null || excessUnit === null || excessUnit === "percent") return null;
    return t(excessUnit, { excess, unit: unitLabel });
  };
}
