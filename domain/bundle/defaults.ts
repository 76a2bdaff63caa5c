// What a key of a bundle means when it is absent: such a key is left out of the canonical form.
import { DEFAULT_SETTINGS } from "../terms";
import { DEFAULT_DECIMALS } from "./model";

const DEFAULTS: Readonly<Record<string, unknown>> = {
  decimals: DEFAULT_DECIMALS,
  atRiskCountPct: DEFAULT_SETTINGS.atRiskCountPct,
  atRiskPoints: DEFAULT_SETTINGS.atRiskPoints,
};

/** An empty list says something here: a measure that applies to no unit, a required list, no yearly plans before. */
const MEANINGFUL_WHEN_EMPTY: ReadonlySet<string> = new Set(["units", "terms", "targets", "measures"]);
const MEANINGFUL_WHEN_EMPTY_IN: ReadonlySet<string> = new Set(["planHistory.yearPlans"]);

/** A version's `parent: null` ends what the unit stood under, an earlier plan's that there was none; absent, it goes on. */
const MEANINGFUL_WHEN_NULL: ReadonlySet<string> = new Set([
  "versions.parent",
  "planHistory.plan",
  "planHistory.sharePlan",
]);

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value !== null && typeof value === "object" && Object.keys(value).length === 0;
}

function saysNothing(key: string, value: unknown, parentKey: string): boolean {
  if (value === undefined || value === false || value === "" || value === DEFAULTS[key]) return true;
  const place = `${parentKey}.${key}`;
  if (value === null) return !MEANINGFUL_WHEN_NULL.has(place);
  return isEmpty(value) && !MEANINGFUL_WHEN_EMPTY.has(key) && !MEANINGFUL_WHEN_EMPTY_IN.has(place);
}

/** The value without the keys that say the same as their absence, at every level. */
export function withoutDefaults(value: unknown, parentKey = ""): unknown {
  if (Array.isArray(value)) return value.map((entry) => withoutDefaults(entry, parentKey));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value)
    .map(([key, inner]): [string, unknown] => [key, withoutDefaults(inner, key)])
    .filter(([key, inner]) => !saysNothing(key, inner, parentKey));
  return Object.fromEntries(entries);
}
