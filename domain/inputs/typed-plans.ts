import * as z from "zod";
import { rule } from "./text";

// Far above what a number takes: a text that is merely too long is answered at its field, not refused unread.
const MAX_TYPED = 200;

const typedNumberText = z.string(rule("bad_text")).max(MAX_TYPED, rule("too_long")).default("");

const typedPlan = z.object({ plan: typedNumberText, upper: typedNumberText });

/** A measure's plans exactly as they stand in the form; read by `readTypedPlans` with the measure's rules. */
export const typedPlansInput = z.object({
  term: typedPlan,
  share: typedNumberText,
  years: z.record(z.string().max(100), typedPlan),
});
