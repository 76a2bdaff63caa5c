/** Number formats in the codes that Excel, Word's charts and LibreOffice share. */
import type { Affixes, NumberFormat, ReportLanguage } from "../model";

/** Asks for the comma of Vietnam where a program would follow its own language; Office follows the computer's region. */
const LOCALE_CODES: Readonly<Record<ReportLanguage, string>> = { vi: "[$-42A]", en: "" };

/** A percentage held as its fraction. */
export function percentCode(decimals: number, language: ReportLanguage): string {
  return `${LOCALE_CODES[language]}${percentDigits(decimals)}`;
}

/** The code of a cell's format: positive;negative;zero where their words differ. */
export function numberCode(format: NumberFormat, language: ReportLanguage): string {
  const number = format.style === "percent" ? percentDigits(format.decimals) : digits("#,##0", format.decimals);
  const sections = [surround(number, format.around)];
  if (format.aroundNegative !== null || format.zero !== null) {
    sections.push(
      format.aroundNegative === null ? surround(`-${number}`, format.around) : surround(number, format.aroundNegative),
    );
  }
  if (format.zero !== null) sections.push(literal(format.zero));
  // LibreOffice reads the language only at the beginning of a section.
  return sections.map((section) => `${LOCALE_CODES[language]}${section}`).join(";");
}

function percentDigits(decimals: number): string {
  return `${digits("0", decimals)}%`;
}

function digits(whole: string, decimals: number): string {
  return decimals === 0 ? whole : `${whole}.${"0".repeat(decimals)}`;
}

function surround(number: string, [before, after]: Affixes): string {
  return `${literal(before)}${number}${literal(after)}`;
}

/** Quoted text; a quotation mark inside would end it, so it becomes a typographic one. */
function literal(text: string): string {
  return text === "" ? "" : `"${text.replaceAll('"', "”")}"`;
}
