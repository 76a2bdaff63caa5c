// Periods as they are written: short in tables and charts.
import { datePartsOf } from "@/domain/dates";
import type { Period } from "@/domain/periods";
import type { Wording } from "./figure-texts";

const ROMAN = ["I", "II", "III", "IV"];

/** A period in a table or on a chart: `3/2016`, `quý II/2016`, `6 tháng đầu năm 2016`, `2016`, `cả nhiệm kỳ`. */
export function periodText(period: Period, { t }: Wording): string {
  const { year, month } = datePartsOf(period.endsOn);
  const words = { year: String(year) };
  switch (period.frequency) {
    case "month":
      return t("periods.short.month", { ...words, month: String(month) });
    case "quarter":
      return t("periods.short.quarter", { ...words, roman: ROMAN[month / 3 - 1] ?? "" });
    case "half":
      return t(month <= 6 ? "periods.short.half1" : "periods.short.half2", words);
    case "year":
      return period.key;
    case "term":
      return t("periods.short.term");
  }
}
