import { useTranslations } from "next-intl";
import { explainMethod, type ExplainedMethod } from "@/domain/method-explanations";
import type { TargetMeasureView } from "@/server/loaders/targets";

/** The words of the figures, bases and plan that the sentence names; null where the common word does. */
export interface MethodWords {
  readonly nLabel: string | null;
  readonly dLabel: string | null;
  readonly fixedBase: string | null;
  readonly shareLevel: string | null;
  readonly plan: { readonly value: string; readonly upper: string | null } | null;
}

/** How a method computes its result, as one plain sentence that anybody can follow with the figures in hand. */
export function useMethodSentence(): (method: Omit<ExplainedMethod, "hasPlan">, words: MethodWords) => string {
  const t = useTranslations("measures.method");
  return (method, { nLabel, dLabel, fixedBase, shareLevel, plan }) => {
    const explained = explainMethod({ ...method, hasPlan: plan !== null });
    if (!("units" in explained)) return t(explained.key);
    const values = {
      numerator: nLabel ?? t("numerator"),
      denominator: dLabel ?? t("denominator"),
      base: fixedBase ?? "…",
      level: shareLevel ?? "…",
      plan: plan?.value ?? "",
      upper: plan?.upper ?? plan?.value ?? "",
    };
    return t(explained.key, {
      units: t(`units.${explained.units}`, values),
      time: t(`time.${explained.time}`),
      rule: t(`rule.${explained.rule}`, values),
    });
  };
}

/** The same of a measure on its target's page. */
export function useMethodText(): (measure: TargetMeasureView) => string {
  const sentence = useMethodSentence();
  return (measure) => sentence({ ...measure, base: measure.fixedBaseKind }, measure);
}
