import * as z from "zod";
import { FREQUENCIES } from "../periods";
import { JUDGEMENTS } from "../figures";
import type { MeasureKind, OverTime, OverUnits, Provenance, Rule } from "../measures";
import { RESERVED_CODES } from "../reserved-codes";
import type { TypedMeasure } from "../typed-measures";
import { changeInput } from "./changes";
import { lineOfText, plainText, rule } from "./text";
import { typedPlansInput } from "./typed-plans";

const KINDS = ["count", "rate", "percent", "level", "judged"] as const satisfies readonly MeasureKind[];
const OVER_UNITS = ["sum", "mean", "min", "share"] as const satisfies readonly OverUnits[];
const OVER_TIMES = [
  ...(["sum", "mean_periods", "mean_years", "latest", "min", "each_year"] as const),
] satisfies readonly OverTime[];
const RULES = [
  ...(["at_least", "more_than", "at_most", "less_than", "exactly", "range", "judged"] as const),
] satisfies readonly Rule[];
const PROVENANCES = ["stated", "inferred", "assumed"] as const satisfies readonly Provenance[];

const MAX_UNITS = 500;

/** What an address, a file and a path can carry: letters without marks, digits, dot, hyphen, underscore. */
export const newCode = lineOfText(40).pipe(
  z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, rule("bad_code"))
    .refine((code) => !RESERVED_CODES.includes(code), rule("code_reserved")),
);

export const provenanceInput = z.enum(PROVENANCES, rule("bad_choice"));

const numberText = z.string(rule("bad_text")).max(200, rule("too_long")).default("");
const label = plainText(60);

/** A measure exactly as it stands in the form; its numbers and its method are read by `readTypedMeasure`. */
export const typedMeasureInput: z.ZodType<TypedMeasure> = z.object({
  code: newCode,
  name: lineOfText(300),
  kind: z.enum(KINDS, rule("bad_choice")),
  frequency: z.enum(FREQUENCIES as [TypedMeasure["frequency"]], rule("bad_choice")),
  overUnits: z.enum(OVER_UNITS, rule("bad_choice")),
  overTime: z.enum(OVER_TIMES, rule("bad_choice")),
  rule: z.enum(RULES, rule("bad_choice")),
  unitLabel: label,
  nLabel: label,
  dLabel: label,
  decimals: numberText,
  mayExceedBase: z.boolean(),
  sensitive: z.boolean(),
  appliesTo: z.enum(["cells", "listed"], rule("bad_choice")),
  unitCodes: z.array(z.string().max(100)).max(MAX_UNITS),
  base: z.enum(["entered", "term", "years"], rule("bad_choice")),
  termBase: numberText,
  yearBases: z.record(z.string().max(100), numberText),
  planProvenance: provenanceInput,
  publishedValue: numberText,
  publishedVerdict: z.enum(["", ...JUDGEMENTS], rule("bad_choice")),
  plans: typedPlansInput,
});

const id = lineOfText(100);

/** A measure to add to a target. */
export const createMeasureInput = changeInput({ targetId: id }, typedMeasureInput);
export type CreateMeasure = z.output<typeof createMeasureInput>;

/** A measure to change; its plans are taken only where the new method needs plans of another shape. */
export const changeMeasureInput = changeInput({ measureId: id }, typedMeasureInput);
export type ChangeMeasure = z.output<typeof changeMeasureInput>;

export const removeMeasureInput = changeInput({ measureId: id }, z.object({}));
export type RemoveMeasure = z.output<typeof removeMeasureInput>;
