// Periods as they are written: short in tables and charts, in full inside a sentence (DOMAIN.md "How results are written").
import { datePartsOf } from "@/domain/dates";
import type { Period } from "@/domain/periods";
import type { Wording } from "./figure-texts";

const ROMAN = ["I", "II", "III", "IV"] as const;
const MONTHS_A_QUARTER = 3;
const LAST_MONTH_OF_FIRST_HALF = 6;

type MonthNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;
type NamedPeriod = Pick<Period, "key" | "frequency" | "endsOn">;

/** The number of the quarter that a month ends. */
function quarterOf(month: number): string {
  return ROMAN[month / MONTHS_A_QUARTER - 1] ?? "";
}

/** A period in a table or on a chart: `3/2016`, `quý II/2016`, `6 tháng đầu năm 2016`, `2016`, `cả nhiệm kỳ`. */
export function periodText({ key, frequency, endsOn }: NamedPeriod, { t }: Wording): string {
  const { month, year } = datePartsOf(endsOn);
  const inYear = { year: String(year) };
  switch (frequency) {
    case "month":
      return t("periods.short.month", { ...inYear, month: String(month) });
    case "quarter":
      return t("periods.short.quarter", { ...inYear, roman: quarterOf(month) });
    case "half":
      return t(month <= LAST_MONTH_OF_FIRST_HALF ? "periods.short.half1" : "periods.short.half2", inYear);
    case "year":
      return key;
    case "term":
      return t("periods.short.term");
  }
}

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
      return t(`periods.title.half.${month <= LAST_MONTH_OF_FIRST_HALF ? 1 : 2}`, inYear);
    case "year":
      return t("periods.title.year", { year: key.replace("-", " - ") });
    case "term":
      return t("periods.title.term");
  }
}
