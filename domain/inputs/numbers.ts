import * as z from "zod";
import { rule } from "./text";

/** A whole number from `least` to `most`; a field that holds anything else is sent as NaN and refused. */
export function wholeNumber(least: number, most: number) {
  const isBetween = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
  return z.custom<number>(isBetween, { ...rule("not_whole_between"), params: { least, most } });
}
