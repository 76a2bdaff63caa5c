import { useTranslations } from "next-intl";
import { datePartsOf, type CalendarDate } from "@/domain/dates";

/** Writes a calendar date as the page's language does: `30/6/2023`. */
export function useDateText(): (date: CalendarDate) => string {
  const t = useTranslations("common");
  return (date) => {
    const { year, month, day } = datePartsOf(date);
    return t("date", { day, month, year: String(year) });
  };
}
