// The single values that a bundle is made of.
import * as z from "zod";
import { readCalendarDate } from "../dates";
import { readDecimalText } from "../thousandths";

/** A text with at least one character that is not a space. */
export const requiredText = z.string().refine((text) => text.trim() !== "", { error: "empty" });

/** An id is a short text that a path, an address and a file name can carry. */
export const idText = requiredText.refine((text) => text.length <= 100, { error: "out_of_range" });

export const optionalText = z.string().nullish();

export const dateText = z.string().refine((text) => readCalendarDate(text) !== null, { error: "not_a_date" });

/** An entered number: a text with a point, at most 3 decimals and 9 whole digits (CALCULATION.md §1 and §7). */
export const decimalText = z.string().check((context) => {
  const read = readDecimalText(context.value);
  if (typeof read === "string") {
    context.issues.push({ code: "custom", message: read, input: context.value });
  }
});

/** A whole JSON number for places in an order. */
export const positionNumber = z.int();

/** A threshold: a JSON number from 0, with at most 3 decimals. */
export const thresholdNumber = z
  .number()
  .refine((value) => typeof readDecimalText(value.toString()) === "number" && value >= 0, {
    error: "out_of_range",
  });

export const planField = z.union([decimalText, z.tuple([decimalText, decimalText])]);

export const yearPlansField = z.record(z.string(), planField);
