import { useTranslations } from "next-intl";
import type { NumberName } from "@/domain/number-names";
import type { MeasureView } from "@/server/loaders/overview";

type Compared = Pick<MeasureView, "excess" | "excessUnit" | "achievementPct" | "planToDate" | "unitLabel" | "sentence">;

/** Which number the text of the difference tells. */
export function differenceNumber({ planToDate, achievementPct }: Compared): NumberName {
  if (planToDate !== null) return "planToDate";
  return achievementPct !== null ? "achievementPct" : "excess";
}

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
