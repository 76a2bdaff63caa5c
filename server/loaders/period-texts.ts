// Periods as they are written: short in tables and charts, in full inside a sentence (DOMAIN.md "How results are written").
import { datePartsOf } from "@/domain/dates";
import { halfOf, quarterOf, type NamedPeriod } from "@/reports/build/period-text";
import type { Wording } from "./figure-texts";

export { periodText } from "@/reports/build/period-text";

type MonthNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/** A period's name inside a sentence: `tháng 6 năm 2023`, `quý II năm 2023`. */
export function periodTitle({ key, frequency, endsOn }: NamedPeriod, { t }: Wording): string {
  const { month, year } = datePartsOf(endsOn);
  const inYear = { year: String(year) };
  switch (frequency) {
    case "month":
      return t("periods.title.month", { ...inYear, month, monthName: t(`periods.monthName.${month as MonthNumber}`) });
    case "quarter":
      return t("periods.title.quarter", { ...inYear, roman: quarterOf(month) });
    case "half":
      return t(`periods.title.half.${halfOf(month)}`, inYear);
    case "year":
      return t("periods.title.year", { year: key.replace("-", " - ") });
    case "term":
      return t("periods.title.term");
  }
}
