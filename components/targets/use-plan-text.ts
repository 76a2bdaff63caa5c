import { useLocale, useTranslations } from "next-intl";
import { padCount } from "@/domain/wording";
import type { MeasureView } from "@/server/loaders/overview";

type Planned = Pick<MeasureView, "kind" | "rule" | "plan" | "overTime" | "unitLabel">;

/** The promise as a table shows it: `từ 95%`, `8`, `từ 90 đến 100`. A count that is to be reached stands bare. */
export function usePlanText(): (measure: Planned) => string {
  const t = useTranslations("measures.plan");
  return ({ kind, rule, plan }) => {
    if (kind === "judged") return t("judged");
    if (plan === null) return t("none");
    if (kind === "count" && rule === "at_least") return plan.value;
    return t(rule, { plan: plan.value, upper: plan.upper ?? plan.value });
  };
}

/** What was asked, in one line below the name: how it adds up over the term, and the promise. */
export function useAskText(): (measure: Planned) => string {
  const t = useTranslations("measures.ask");
  const planText = usePlanText();
  const locale = useLocale();
  return (measure) => {
    const { kind, overTime, unitLabel, plan } = measure;
    if (kind === "judged") return t(overTime === "each_year" ? "judgedEachYear" : "judgedLatest");
    if (plan === null) return planText(measure);
    if (overTime !== "sum") return t(overTime, { plan: planText(measure) });
    return kind === "count"
      ? t("sumCount", { plan: padCount(planText(measure), locale), unit: unitLabel })
      : t("sumRate", { plan: planText(measure) });
  };
}
