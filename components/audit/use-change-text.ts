import { useTranslations } from "next-intl";
import { useDateText } from "@/components/ui/use-date-text";
import type { AuditChange } from "@/domain/audit-changes";
import { readCalendarDate } from "@/domain/dates";

/** Writes what the log keeps in words: names of parts, dates, and the states and roles that it knows by code. */
export function useChangeText() {
  const fields = useTranslations("audit.fields");
  const values = useTranslations("audit.values");
  const t = useTranslations("audit");
  const dateText = useDateText();

  const nameOf = (path: readonly string[]): string => path.map((part) => partName(part)).join(" › ");

  // What the log calls a part is data: where no message names it, its code is shown.
  const partName = (part: string): string => {
    if (/^\d+$/.test(part)) return String(Number(part) + 1);
    return fields.has(part as never) ? fields(part as never) : part;
  };

  const textOf = (value: AuditChange["before"]): string => {
    if (value === undefined || value === null || value === "") return t("nothing");
    if (typeof value === "boolean") return value ? t("yes") : t("no");
    if (typeof value === "number") return String(value);
    const date = readCalendarDate(value);
    if (date) return dateText(date);
    return values.has(value as never) ? values(value as never) : value;
  };

  return { nameOf, textOf };
}
