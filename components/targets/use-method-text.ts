import { useTranslations } from "next-intl";
import type { TargetMeasureView } from "@/server/loaders/targets";

type Words = ReturnType<typeof useTranslations<"measures.method">>;

/** How a measure's result is computed, as one plain sentence that anybody can follow with the figures in hand. */
export function useMethodText(): (measure: TargetMeasureView) => string {
  const t = useTranslations("measures.method");
  return (measure) => {
    if (measure.kind === "judged") return t(measure.overTime === "each_year" ? "judgedEachYear" : "judgedLatest");
    const parts = { units: overUnitsText(t, measure), time: overTimeText(t, measure), rule: ruleText(t, measure) };
    return measure.overTime === "latest" ? t("latestFirst", parts) : t("unitsFirst", parts);
  };
}

function overUnitsText(t: Words, measure: TargetMeasureView): string {
  const { overUnits, kind, nLabel, dLabel, fixedBase, shareLevel } = measure;
  if (overUnits === "share") return t("units.share", { level: shareLevel ?? "" });
  if (overUnits !== "sum") return t(`units.${overUnits}`);
  if (kind !== "rate") return t("units.sumCount");
  const numerator = nLabel ?? t("numerator");
  return fixedBase === null
    ? t("units.sumRate", { numerator, denominator: dLabel ?? t("denominator") })
    : t("units.sumFixed", { numerator, base: fixedBase });
}

function overTimeText(t: Words, { overTime, kind, overUnits }: TargetMeasureView): string {
  if (overTime !== "sum") return t(`time.${overTime}`);
  return t(kind === "rate" && overUnits === "sum" ? "time.sumRate" : "time.sumCount");
}

function ruleText(t: Words, { rule, plan }: TargetMeasureView): string {
  if (plan === null || rule === "judged") return t("rule.none");
  return t(`rule.${rule}`, { plan: plan.value, upper: plan.upper ?? plan.value });
}
