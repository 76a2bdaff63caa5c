import { datePartsOf, type CalendarDate } from "@/domain/dates";
import { localiseDecimal } from "@/domain/display";
import { padCount } from "@/domain/wording";
import type { Locale, Translate } from "@/messages/translate";

/** The words of a report: its language and the translator into it. */
export interface Labels {
  readonly locale: Locale;
  readonly t: Translate;
}

/** A day as the language writes it: `30/6/2023`. */
export function dateText({ t }: Labels, date: CalendarDate): string {
  const { year, month, day } = datePartsOf(date);
  return t("common.date", { year: String(year), month: String(month), day: String(day) });
}

/** A decimal text with a point, in the language's writing, with `%` after a percentage: `97,61%`. */
export function figureText({ locale }: Labels, decimalText: string, isPercent: boolean): string {
  return localiseDecimal(decimalText, locale) + (isPercent ? "%" : "");
}

/** A number of things inside a sentence: Vietnamese reports write `05`, English ones `5`. */
export function proseCount({ locale }: Labels, count: number): string {
  const text = localiseDecimal(String(count), locale);
  return padCount(text, locale);
}
