// How a bundle spells a target and its measures (CALCULATION.md §2 and §7).
import * as z from "zod";
import {
  dateText,
  decimalText,
  idText,
  optionalText,
  planField,
  positionNumber,
  requiredText,
  yearPlansField,
} from "./fields";

const provenance = z.enum(["stated", "inferred", "assumed"]);

const earlierPlans = z.strictObject({
  until: dateText,
  plan: planField.nullish(),
  yearPlans: yearPlansField.nullish(),
  sharePlan: decimalText.nullish(),
  reason: optionalText,
});

const published = z.strictObject({
  value: decimalText.nullish(),
  verdict: z.enum(["not_met", "met", "exceeded"]).nullish(),
});

export const measureSchema = z.strictObject({
  id: idText,
  name: requiredText,
  kind: z.enum(["count", "rate", "percent", "level", "judged"]),
  unitLabel: optionalText,
  frequency: z.enum(["month", "quarter", "half", "year", "term"]),
  overUnits: z.enum(["sum", "mean", "min", "share"]),
  overTime: z.enum(["sum", "mean_periods", "mean_years", "latest", "min", "each_year"]),
  rule: z.enum(["at_least", "more_than", "at_most", "less_than", "exactly", "range", "judged"]),
  plan: planField.nullish(),
  yearPlans: yearPlansField.nullish(),
  planProvenance: provenance.nullish(),
  sharePlan: decimalText.nullish(),
  fixedBase: z.record(z.string(), decimalText).nullish(),
  planHistory: z.array(earlierPlans).nullish(),
  units: z.array(idText).nullish(),
  // Of the units that it names, those that took over in mid-term: the first day from which each is asked.
  unitsFrom: z.record(idText, dateText).nullish(),
  published: published.nullish(),
  nLabel: optionalText,
  dLabel: optionalText,
  decimals: z.int().min(0).max(6).nullish(),
  mayExceedBase: z.boolean().nullish(),
  sensitive: z.boolean().nullish(),
});

export const targetSchema = z.strictObject({
  id: idText,
  position: positionNumber,
  name: requiredText,
  wording: optionalText,
  group: optionalText,
  provenance: provenance.nullish(),
  measures: z.array(measureSchema),
});

export type BundleMeasure = z.infer<typeof measureSchema>;
export type BundleTarget = z.infer<typeof targetSchema>;
