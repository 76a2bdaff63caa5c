import type { CalendarDate } from "../dates";

/** More codes than these make a name too long to read. */
const NAMED_TERMS = 3;

/** What may stand in a file's name on every system: letters without marks, digits, dots and dashes. */
function plainName(code: string): string {
  return code
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .replace(/[^A-Za-z0-9.-]+/g, "-");
}

/** The name of an exported file: `tien-do-2020-2025_2026-11-25.json`; of many terms it says how many. */
export function bundleFileName(termCodes: readonly string[], on: CalendarDate): string {
  const many = termCodes.length > NAMED_TERMS;
  const terms = many ? `${termCodes.length}-nhiem-ky` : termCodes.map(plainName).join("_");
  return `tien-do-${terms || "don-vi"}_${on}.json`;
}
