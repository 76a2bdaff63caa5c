import { useTranslations } from "next-intl";

/** How people call the field of a measure's form at a path: `rule`, `yearBases.2026`, `plans.years.2026.upper`. */
export function useMeasureFieldLabel(): (path: string) => string {
  const t = useTranslations("measureSettings.field");
  return (path) => {
    const [first = "", second, third] = path.replace(/^typed\./, "").split(".");
    if (first === "yearBases") return t("yearBase", { year: second ?? "" });
    if (first === "unitCodes") return t("units");
    if (first !== "plans") return t.has(first as "name") ? t(first as "name") : first;
    if (second === "years") return t("yearPlan", { year: third ?? "" });
    return t(second === "share" ? "share" : "plan");
  };
}
