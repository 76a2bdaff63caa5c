import { useLocale, useTranslations } from "next-intl";
import { useDateText } from "@/components/ui/use-date-text";
import type { AuditChange } from "@/domain/audit-changes";
import { readCalendarDate } from "@/domain/dates";
import { localiseDecimal } from "@/domain/display";

/** Where the words of a part's values stand, as its own form says them; any other value stands under `audit.values`. */
const VALUE_WORDS: Readonly<Record<string, readonly string[]>> = {
  ...{ action: ["audit.actions"], subjectType: ["audit.subjects"], event: ["unitSettingsPage.event"] },
  ...{ frequency: ["measureSettings.frequency"], overUnits: ["measureSettings.overUnits"] },
  ...{ overTime: ["measureSettings.overTime"], rule: ["measureSettings.rule"] },
  ...{ provenance: ["measureSettings.provenance"], planProvenance: ["measureSettings.provenance"] },
  groupCode: ["targetSettings.groups"],
  kind: ["measureSettings.kind", "unitSettingsPage.kind", "periodSettings.kind"],
  state: ["termSettingsPage.state", "tasks.state"],
};

/** The parts below which texts with a decimal point are numbers. */
const NUMBER_PARTS = ["n", "d", "plan", "sharePlan", "yearPlans", "termBase", "yearBases", "value"];

/** The parts whose own parts are reporting years by their code. */
const YEARLY_PARTS = ["yearPlans", "yearBases"];

/** Writes what the log keeps in words: names of parts, dates, numbers, and the states and roles that it knows by code. */
export function useChangeText() {
  const fields = useTranslations("audit.fields");
  const words = useTranslations();
  const t = useTranslations("audit");
  const locale = useLocale() === "en" ? "en" : "vi";
  const dateText = useDateText();

  const nameOf = (path: readonly string[]): string =>
    path.map((part, index) => partName(part, path[index - 1] ?? "")).join(" › ");

  // What the log calls a part is data: where no message names it, its code is shown.
  const partName = (part: string, above: string): string => {
    if (YEARLY_PARTS.includes(above)) return t("yearPart", { code: part });
    if (/^\d+$/.test(part)) return String(Number(part) + 1);
    return fields.has(part as never) ? fields(part as never) : part;
  };

  const textOf = (path: readonly string[], value: AuditChange["before"]): string => {
    if (value === undefined || value === null || value === "") return t("nothing");
    if (typeof value === "boolean") return value ? t("yes") : t("no");
    if (typeof value === "number") return String(value);
    const date = readCalendarDate(value);
    if (date) return dateText(date);
    if (/^-?\d+\.\d+$/.test(value) && path.some((part) => NUMBER_PARTS.includes(part))) {
      return localiseDecimal(value, locale);
    }
    return wordOf(path, value) ?? value;
  };

  const wordOf = (path: readonly string[], value: string): string | null => {
    const field = path.findLast((part) => !/^\d+$/.test(part)) ?? "";
    const keys = [...(VALUE_WORDS[field] ?? []), "audit.values"].map((place) => `${place}.${value}`);
    const key = /^[a-z][a-z_.]*$/i.test(value) ? keys.find((candidate) => words.has(candidate as never)) : undefined;
    return key === undefined ? null : words(key as never);
  };

  return { nameOf, textOf };
}
