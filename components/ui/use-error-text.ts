import { useTranslations } from "next-intl";
import { readCalendarDate } from "@/domain/dates";
import type { ErrorCode, ErrorValues } from "@/domain/errors";
import { useDateText } from "./use-date-text";

/** Says an expected failure in the page's language; a day among its values is written as people write it. */
export function useErrorText(): (code: ErrorCode, values: ErrorValues) => string {
  const t = useTranslations("errors");
  const dateText = useDateText();
  const shown = (value: string | number) => {
    const date = typeof value === "string" ? readCalendarDate(value) : null;
    return date ? dateText(date) : value;
  };
  return (code, values) =>
    t(code, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value)])));
}
