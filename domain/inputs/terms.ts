import * as z from "zod";
import type { CalendarDate } from "../dates";
import { RESERVED_CODES } from "../reserved-codes";
import { lacksReason } from "../term-carrying";
import { readThreshold, type TermState } from "../terms";
import { changeInput } from "./changes";
import { lineOfText, optionalText, plainText, rule, TOLD_TOGETHER } from "./text";

const day = z.iso.date(rule("bad_date")).transform((text) => text as CalendarDate);

const optionalDay = z
  .string()
  .nullish()
  .transform((text) => text || null)
  .pipe(day.nullable());

/** A code stands in addresses and files: letters without marks, digits, hyphen, underscore and dot. */
const code = lineOfText(30).pipe(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, rule("bad_text")));

const MAX_YEARS = 40;
const MAX_NUMBER = 200;

/** A threshold as it is typed: kept as a text, so that the form gets it back. */
const threshold = plainText(MAX_NUMBER).superRefine((text, context) => {
  const read = readThreshold(text);
  if (typeof read === "string") context.addIssue({ code: "custom", message: read });
});

/** A term as its form holds it; thresholds as they were typed. */
export const typedTermInput = z
  .object({
    name: lineOfText(200),
    code: code.refine((typed) => !RESERVED_CODES.includes(typed), rule("code_reserved")),
    startsOn: day,
    endsOn: day,
    ordinal: optionalText(40),
    heldOn: optionalDay,
    /** Number and date of the resolution, as it is cited. */
    resolution: optionalText(300),
    years: z.array(z.object({ code, startsOn: day, endsOn: day })).max(MAX_YEARS, rule("too_long")),
    atRiskCountPct: threshold,
    atRiskPoints: threshold,
  })
  .refine(({ startsOn, endsOn }) => !(endsOn < startsOn), {
    ...{ ...rule("ends_before_start"), path: ["endsOn"] },
    ...TOLD_TOGETHER,
  });

export type TypedTerm = z.output<typeof typedTermInput>;

/** A term as it is stored: thresholds with a decimal point. */
export type TermForm = TypedTerm & { readonly state: TermState };

/** A term's form as it is typed: texts and nothing else. */
export type TermTexts = {
  readonly [Field in Exclude<keyof TypedTerm, "years">]: string;
} & { readonly years: { readonly code: string; readonly startsOn: string; readonly endsOn: string }[] };

const carryChoice = z
  .object({
    targetCode: lineOfText(100),
    kind: z.enum(["same", "redefined", "dropped"], rule("bad_choice")),
    reason: optionalText(1_000),
  })
  .refine((choice) => !lacksReason(choice), { ...rule("reason_required"), path: ["reason"] });

/** A term before it is made: its form, and what is taken over from the term before it. */
export const newTermInput = changeInput(
  {},
  typedTermInput.safeExtend({
    from: z
      .object({ termId: lineOfText(100), tasks: z.boolean(), choices: z.array(carryChoice).max(500) })
      .nullable()
      .default(null),
  }),
);

export type NewTerm = z.output<typeof newTermInput>;

const termId = lineOfText(100);

export const saveTermInput = changeInput({ termId }, typedTermInput);
export type SaveTerm = z.output<typeof saveTermInput>;

/** Puts a term into force, closes it, opens it again, or removes a draft. */
export const termDeedInput = changeInput({ termId }, z.object({}));
export type TermDeed = z.output<typeof termDeedInput>;

/** How each target goes back to the term before, in the order of the resolution, then what was given up. */
export const typedLinksInput = z.object({
  links: z
    .array(
      z.object({
        targetId: lineOfText(100).nullable(),
        previousTargetCode: lineOfText(100).nullable(),
        kind: z.enum(["same", "redefined", "new", "dropped"], rule("bad_choice")),
        reason: optionalText(1_000),
      }),
    )
    .max(500),
});

export const saveLinksInput = changeInput({ termId }, typedLinksInput);
export type SaveLinks = z.output<typeof saveLinksInput>;
