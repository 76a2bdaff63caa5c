// Periods as tables and notes write them (DOMAIN.md "How results are written").
import { datePartsOf } from "@/domain/dates";
import type { Period } from "@/domain/periods";
import type { Labels } from "./labels";

const ROMAN = ["I", "II", "III", "IV"] as const;
const MONTHS_A_QUARTER = 3;
const LAST_MONTH_OF_FIRST_HALF = 6;

export type NamedPeriod = Pick<Period, "key" | "frequency" | "endsOn">;

/** The number of the quarter that a month ends. */
export function quarterOf(month: number): string {
  return ROMAN[month / MONTHS_A_QUARTER - 1] ?? "";
}

/** Which half of a year a month ends: 1 or 2. */
export function halfOf(month: number): 1 | 2 {
  return month <= LAST_MONTH_OF_FIRST_HALF ? 1 : 2;
}

/** A period in a table or on a chart: `3/2016`, `quý II/2016`, `6 tháng đầu năm 2016`, `2016`, `cả nhiệm kỳ`. */
export function periodText({ key, frequency, endsOn }: NamedPeriod, { t }: Pick<Labels, "t">): string {
  const { month, year } = datePartsOf(endsOn);
  const inYear = { year: String(year) };
  switch (frequency) {
    case "month":
      return t("periods.short.month", { ...inYear, month: String(month) });
    case "quarter":
      return t("periods.short.quarter", { ...inYear, roman: quarterOf(month) });
    case "half":
      return t(`periods.short.half${halfOf(month)}`, inYear);
    case "year":
      return key;
    case "term":
      return t("periods.short.term");
  }
}
