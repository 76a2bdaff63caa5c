import * as z from "zod";
import type { CalendarDate } from "../dates";
import { lineOfText, plainText, rule } from "./text";

const MAX_TEXT = 4_000;

const id = lineOfText(100);
const chosen = z.preprocess((typed) => (typed === "" ? null : typed), id.nullable());

/** Made by the sender, once for each thing it wants done: the same one is never done twice. */
const requestId = z.string(rule("required")).regex(/^[A-Za-z0-9-]{8,64}$/, rule("invalid_input"));
const version = z.number(rule("required")).int().min(1);

const text = plainText(MAX_TEXT).pipe(z.string().min(1, rule("required")));

/** An empty field asks for no day. */
const answerBy = z.preprocess(
  (typed) => (typed === "" ? null : typed),
  z.iso
    .date(rule("bad_date"))
    .transform((day) => day as CalendarDate)
    .nullable(),
);

/** What is asked about, by ids: a target (`targetId`), a figure (`measureId` and `periodId`), else a unit's report. */
export const askExplanationInput = z.object({
  requestId,
  termId: id,
  targetId: chosen,
  unitId: id,
  measureId: chosen,
  periodId: chosen,
  text,
  answerBy,
});
export type AskExplanation = z.output<typeof askExplanationInput>;

const onExplanation = { requestId, explanationId: id, version };

/** A further question about the same. */
export const askFurtherInput = z.object({ ...onExplanation, text, answerBy });
export type AskFurther = z.output<typeof askFurtherInput>;

export const answerExplanationInput = z.object({ ...onExplanation, text });
export type AnswerExplanation = z.output<typeof answerExplanationInput>;

/** Closing an answered question, or taking back one that nobody answered. */
export const endExplanationInput = z.object(onExplanation);
export type EndExplanation = z.output<typeof endExplanationInput>;
