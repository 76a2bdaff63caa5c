// How a bundle spells what units reported (CALCULATION.md §7).
import * as z from "zod";
import { dateText, decimalText, idText, optionalText, requiredText } from "./fields";
import { MAX_TYPED } from "../inputs/submissions";

const status = z.enum(["draft", "submitted", "returned", "accepted"]);
const level = z.int().min(1).max(4);
const judged = z.enum(["not_met", "met", "exceeded"]);

const value = {
  n: decimalText.nullish(),
  d: decimalText.nullish(),
  level: level.nullish(),
  judged: judged.nullish(),
  evidence: optionalText,
  notApplicable: z.boolean().nullish(),
};

const earlierValue = z.strictObject({
  at: dateText,
  ...value,
  reason: optionalText,
});

export const figureSchema = z.strictObject({
  measure: idText,
  unit: idText,
  period: idText,
  ...value,
  status,
  note: optionalText,
  illustrative: z.boolean().nullish(),
  estimate: z.boolean().nullish(),
  history: z.array(earlierValue).nullish(),
});

/** Why a figure was left blank on purpose: what a form's field can hold. */
const blankSchema = z.strictObject({
  measure: idText,
  note: requiredText.refine((text) => text.length <= MAX_TYPED, { error: "out_of_range" }),
});

export const submissionSchema = z.strictObject({
  unit: idText,
  period: idText,
  status,
  dueOn: dateText.nullish(),
  submittedOn: dateText.nullish(),
  decidedOn: dateText.nullish(),
  note: optionalText,
  blanks: z.array(blankSchema).nullish(),
});

const messageSchema = z.strictObject({
  kind: z.enum(["question", "answer"]),
  on: dateText.nullish(),
  text: optionalText,
});

export const explanationSchema = z.strictObject({
  id: idText,
  target: idText.nullish(),
  unit: idText.nullish(),
  measure: idText.nullish(),
  period: idText.nullish(),
  askedOn: dateText.nullish(),
  question: optionalText,
  answerBy: dateText.nullish(),
  answeredOn: dateText.nullish(),
  answer: optionalText,
  // In place of the one question and the one answer, where there were more.
  messages: z.array(messageSchema).nullish(),
  state: z.enum(["open", "answered", "closed"]).nullish(),
});

export type BundleFigure = z.infer<typeof figureSchema>;
export type BundleFigureHistory = z.infer<typeof earlierValue>;
export type BundleSubmission = z.infer<typeof submissionSchema>;
export type BundleExplanation = z.infer<typeof explanationSchema>;
export type BundleMessage = z.infer<typeof messageSchema>;
export type BundleBlank = z.infer<typeof blankSchema>;
