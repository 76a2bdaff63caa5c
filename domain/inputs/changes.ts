import * as z from "zod";
import { optionalText, rule } from "./text";

/** A preview shows what a change would do; saving does it. */
export const CHANGE_MODES = ["preview", "save"] as const;

export type ChangeMode = (typeof CHANGE_MODES)[number];

const MAX_REASON = 1_000;

/**
 * What an edit form sends: which thing (`ids`), what it held when the form was filled from it (`base`, null for
 * something new), what stands in the form now, and why.
 */
export function changeInput<Ids extends z.ZodRawShape, Typed extends z.ZodType>(ids: Ids, typed: Typed) {
  return z.object({
    ...ids,
    mode: z.enum(CHANGE_MODES, rule("bad_choice")),
    base: z.json().nullable().default(null),
    typed,
    reason: optionalText(MAX_REASON),
  });
}

/** Which change is taken back. */
export const undoChangeInput = z.object({ changeId: z.string(rule("required")).min(1, rule("required")).max(100) });
