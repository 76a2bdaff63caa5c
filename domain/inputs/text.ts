import * as z from "zod";
import type { ErrorCode } from "../errors";

/** A zod rule's message: an error code, so that the door can translate it. */
export function rule(code: ErrorCode): { readonly error: ErrorCode } {
  return { error: code };
}

/** For a rule over several fields of a form: it is told in one answer with what is wrong in other fields. */
export const TOLD_TOGETHER = { when: () => true } as const;

// Reports are printed with fonts that have no pictographs, and control characters break Office files.
const unprintable = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3|(?![\n\t])\p{Cc}|\p{Cs}|\p{Co}/u;

function clean(text: string): string {
  return text.normalize("NFC").replace(/\r\n?/g, "\n").trim();
}

/** Typed text in NFC, trimmed, of at most `max` characters; refuses pictographs and control characters. */
export function plainText(max: number) {
  return z
    .string(rule("required"))
    .transform(clean)
    .pipe(
      z
        .string()
        .max(max, rule("too_long"))
        .refine((text) => !unprintable.test(text), rule("bad_text")),
    );
}

/** Like `plainText`, on one line and not empty. */
export function lineOfText(max: number) {
  return plainText(max).pipe(
    z
      .string()
      .min(1, rule("required"))
      .refine((text) => !/[\n\t]/.test(text), rule("bad_text")),
  );
}

/** Like `plainText`; nothing typed is null. */
export function optionalText(max: number) {
  return plainText(max)
    .nullish()
    .transform((text) => text || null);
}
