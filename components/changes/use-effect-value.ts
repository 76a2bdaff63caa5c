import { useLocale, useTranslations } from "next-intl";
import { localiseDecimal } from "@/domain/display";
import type { Effect, EffectUnit } from "@/domain/effects";
import { isStatus } from "@/domain/statuses";

const MINUS = "−";

/** One side of an effect as people read it: a number or a range with its unit, reports as `6/9`, a verdict's word. */
export function useEffectValue(): (effect: Effect, side: "before" | "after") => string {
  const t = useTranslations("changes");
  const status = useTranslations("status");
  const numberText = useNumberText();
  return ({ units, measure, ...values }, side) => {
    const [value, unit] = [values[side], units[side]];
    if (value === null) return "-";
    if (value === "in_progress") return t("inProgress");
    if (isStatus(value)) return status(value);
    return unit === null ? value : numberText(value, unit, measure?.unitLabel ?? null);
  };
}

/** A decimal text, of a range both, with what it is of: `95%`, `8 đảng viên`, `−2,46 điểm`, a level's word. */
function useNumberText(): (value: string, unit: EffectUnit, unitLabel: string | null) => string {
  const locale = useLocale() === "en" ? "en" : "vi";
  const t = useTranslations("changes.unit");
  const level = useTranslations("measures.level");
  const written = (text: string, unit: EffectUnit) => {
    const whole = unit === "level" && /^([1-4])(\.0+)?$/.exec(text)?.[1];
    if (whole) return level(whole as "1");
    const number = localiseDecimal(text, locale).replace(/^-/, MINUS);
    return unit === "percent" ? `${number}%` : number;
  };
  return (value, unit, unitLabel) => {
    const text = value
      .split(" - ")
      .map((bound) => written(bound, unit))
      .join(" - ");
    if (unit === "points" || unit === "levels") return t(unit, { value: text });
    return unit === "units" && unitLabel ? `${text} ${unitLabel}` : text;
  };
}
