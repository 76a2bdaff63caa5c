import { useTranslations } from "next-intl";
import { datePartsOf, type CalendarDate } from "@/domain/dates";

/** Writes a day as the page's language does: `30/6/2023`, `30 Jun 2023`. `Intl` follows neither office's habit. */
export function useDateText(): (date: CalendarDate) => string {
  const t = useTranslations("common");
  return (date) => {
    const { year, month, day } = datePartsOf(date);
    return t("date", { year: String(year), month: String(month), day: String(day) });
  };
}
