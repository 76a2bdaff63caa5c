import { useTranslations } from "next-intl";
import type { MeasureView } from "@/server/loaders/overview";

type Compared = Pick<MeasureView, "excess" | "excessUnit" | "achievementPct" | "planToDate" | "unitLabel">;

/** The difference between result and plan: points for a rate, a percentage for a count and, while it runs, its plan to date. */
export function useDifferenceText(): (measure: Compared) => string | null {
  const t = useTranslations("achievements.difference");
  return ({ excess, excessUnit, achievementPct, planToDate, unitLabel }) => {
    if (planToDate !== null) return t("planToDate", { value: planToDate });
    if (achievementPct !== null) return t("percent", { pct: achievementPct });
    if (excess === null || excessUnit === null || excessUnit === "percent") return null;
    return t(excessUnit, { excess, unit: unitLabel });
  };
}
