import * as z from "zod";
import { rule } from "./text";

/** A whole number from `least` to `most`; a field that holds anything else is sent as NaN and refused. */
export function wholeNumber(least: number, most: number) {
  return z
    .number(rule("bad_number"))
    .int(rule("bad_number"))
    .min(least, rule("bad_choice"))
    .max(most, rule("bad_choice"));
}
