import * as z from "zod";
import type { CalendarDate } from "../dates";
import type { DueRule } from "../deadlines";
import { CHANGE_MODES, changeInput } from "./changes";
import { wholeNumber } from "./numbers";
import { lineOfText, optionalText, rule } from "./text";

const MAX_PERIODS = 200;
const MAX_DAYS_AFTER = 366;

const id = lineOfText(100);
const mode = z.enum(CHANGE_MODES, rule("bad_choice"));
const reason = optionalText(1_000);

/** Periods to lock for everyone, or to open again. */
export const lockPeriodsInput = z.object({
  mode,
  termId: id,
  periodIds: z.array(id).min(1, rule("required")).max(MAX_PERIODS, rule("bad_choice")),
  locked: z.boolean(),
  reason,
});
export type LockPeriods = z.output<typeof lockPeriodsInput>;

/** One period, for one unit or (null) for all: another due day, a lock from the day after, or open again until a day. */
export const grantExceptionInput = changeInput(
  { periodId: id },
  z.object({
    unitId: id.nullable(),
    kind: z.enum(["due", "lock", "unlock"], rule("bad_choice")),
    untilOn: z.iso.date(rule("bad_date")).transform((text) => text as CalendarDate),
  }),
);
export type GrantException = z.output<typeof grantExceptionInput>;

export const withdrawExceptionInput = z.object({ mode, exceptionId: id, reason });
export type WithdrawException = z.output<typeof withdrawExceptionInput>;

const frequency = z.enum(["month", "quarter", "half", "year", "term"], rule("bad_choice"));

/** By a day of the month, or so many days after the period. */
const dueRule = z
  .discriminatedUnion("way", [
    z.object({ way: z.literal("day"), frequency, dueDay: wholeNumber(1, 31), monthsAfter: wholeNumber(0, 12) }),
    z.object({ way: z.literal("days"), frequency, daysAfter: wholeNumber(0, MAX_DAYS_AFTER) }),
  ])
  .transform(({ way: _, ...own }) => own);

/** The rules of a term as its form is filled from them, in the order of the frequencies. Plain JSON. */
export type DueRulesState = readonly {
  readonly frequency: DueRule["frequency"];
  readonly dueDay: number | null;
  readonly monthsAfter: number | null;
  readonly daysAfter: number | null;
}[];

const dueRules = z
  .array(dueRule)
  .refine((rules) => new Set(rules.map((own) => own.frequency)).size === rules.length, rule("bad_choice"));

export const changeDueRulesInput = changeInput({ termId: id }, z.object({ rules: dueRules }));
export type ChangeDueRules = z.output<typeof changeDueRulesInput>;
