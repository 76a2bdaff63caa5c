import { thousandthsText } from "../thousandths";
import { entered } from "./model";
import { byText, sorted } from "./sorted";

/** Numbers as entered have no trailing zeros in the canonical form: `97.50` is `97.5`. */
const NUMBER_KEYS: ReadonlySet<string> = new Set(["n", "d", "plan", "sharePlan", "value"]);
const NUMBER_RECORDS: ReadonlySet<string> = new Set(["yearPlans", "fixedBase"]);

function canonicalNumber(value: unknown): unknown {
  if (typeof value === "string") return thousandthsText(entered(value));
  return Array.isArray(value) ? value.map(canonicalNumber) : value;
}

/** The value with every entered number in its one form, and the years of a record in order. */
export function canonicalNumbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonicalNumbers);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => {
    if (NUMBER_KEYS.has(key)) return [key, canonicalNumber(inner)];
    if (!NUMBER_RECORDS.has(key) || inner == null) return [key, canonicalNumbers(inner)];
    const record = sorted(Object.entries(inner as Record<string, unknown>), (a, b) => byText(a[0], b[0]));
    return [key, Object.fromEntries(record.map(([id, number]) => [id, canonicalNumber(number)]))];
  });
  return Object.fromEntries(entries);
}
