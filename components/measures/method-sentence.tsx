"use client"; // follows what is chosen and typed

import { useLocale, useTranslations } from "next-intl";
import { useMethodSentence, type MethodWords } from "@/components/targets/use-method-text";
import { localiseDecimal } from "@/domain/display";
import { listMethodProblems } from "@/domain/method-problems";
import { thousandthsText } from "@/domain/thousandths";
import { methodOf, type TypedMeasure } from "@/domain/typed-measures";
import { isLevelPlan, readPlanNumber, readSharePlan } from "@/domain/typed-plans";

/** The method of a measure in a sentence, as far as its choices mean something together. */
export function MethodSentence({ typed }: { readonly typed: TypedMeasure }) {
  const t = useTranslations("measureSettings");
  const locale = useLocale() === "en" ? "en" : "vi";
  const sentence = useMethodSentence();
  const levelText = useLevelText();
  const plan = usePlanWords()(typed);
  if (listMethodProblems(methodOf(typed)).length > 0) return null;
  const words = {
    ...{ nLabel: typed.nLabel || null, dLabel: typed.dLabel || null, plan },
    fixedBase: typed.termBase === "" ? null : localiseDecimal(typed.termBase, locale),
    shareLevel: levelText(typed.plans.term.plan),
  };
  const method = sentence({ ...typed, base: typed.base === "entered" ? null : typed.base }, words);
  return <p className="max-w-3xl text-quiet">{t("method", { method })}</p>;
}

function useLevelText(): (plan: string) => string | null {
  const t = useTranslations("measures.level");
  return (plan) => {
    const level = (["1", "2", "3", "4"] as const).find((one) => one === plan);
    return level ? t(level) : null;
  };
}

/** The typed plan as it is written in a sentence, with its unit: `95%`, `8 đảng viên`, the word of a level. */
function usePlanWords(): (typed: TypedMeasure) => MethodWords["plan"] {
  const locale = useLocale();
  const levelText = useLevelText();
  return (typed) => {
    const isShare = typed.overUnits === "share";
    const unit = isShare || typed.kind === "rate" || typed.kind === "percent" ? "%" : typed.unitLabel;
    const written = (text: string) => {
      const read = isShare ? readSharePlan(text) : readPlanNumber(typed, text);
      if (!read.ok) return null;
      const number = localiseDecimal(thousandthsText(read.value), locale);
      return unit === "%" || unit === "" ? `${number}${unit}` : `${number} ${unit}`;
    };
    const { plan, upper } = typed.plans.term;
    const isLevel = !isShare && isLevelPlan(typed);
    const value = isLevel ? levelText(plan) : written(isShare ? typed.plans.share : plan);
    return value === null ? null : { value, upper: written(upper) };
  };
}
