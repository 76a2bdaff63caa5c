import { useTranslations } from "next-intl";

const FIELDS = new Set([
  ...["name", "code", "startsOn", "endsOn", "ordinal", "heldOn", "resolution", "atRiskCountPct", "atRiskPoints"],
]);

/** How people call the field at a path of a term's form. */
export function useTermFieldLabel(): (path: string) => string {
  const t = useTranslations("termSettings");
  return (path) => {
    const name = path.replace(/^typed\./, "");
    if (FIELDS.has(name)) return t(`field.${name as "name"}`);
    if (name.startsWith("years")) return t("years");
    if (name.startsWith("carry") || name.startsWith("from")) return t("carry.title");
    return t("reason");
  };
}
