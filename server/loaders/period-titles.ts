import { datePartsOf } from "@/domain/dates";
import type { Period } from "@/domain/periods";
import type { Translate } from "@/messages/translate";

const ROMAN = ["I", "II", "III", "IV"] as const;
const MONTHS_A_QUARTER = 3;
const LAST_MONTH_OF_FIRST_HALF = 6;

type MonthNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/** A period's name inside a sentence: `tháng 6 năm 2023`, `quý II năm 2023` (DOMAIN.md "How results are written"). */
export function periodTitle(
  { key, frequency, endsOn }: Pick<Period, "key" | "frequency" | "endsOn">,
  t: Translate,
): string {
  const { month, year } = datePartsOf(endsOn);
  const inYear = { year: String(year) };
  switch (frequency) {
    case "month":
      return t("periods.title.month", { ...inYear, month, monthName: t(`periods.monthName.${month as MonthNumber}`) });
    case "quarter":
      return t("periods.title.quarter", { ...inYear, roman: ROMAN[month / MONTHS_A_QUARTER - 1] ?? "" });
    case "half":
      return t(`periods.title.half.${month === LAST_MONTH_OF_FIRST_HALF ? 1 : 2}`, inYear);
    case "year":
      return t("periods.title.year", { year: key.replace("-", " - ") });
    case "term":
      return t("periods.title.term");
  }
}
