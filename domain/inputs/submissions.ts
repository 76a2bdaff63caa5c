import * as z from "zod";
import { EMPTY_FIGURE } from "../typed-figures";
import { lineOfText, plainText, rule } from "./text";

/** Far above what a field accepts: a text that is merely too long is answered at its field, not refused unread. */
export const MAX_TYPED = 20_000;
const MAX_FIGURES = 500;
const MAX_REASON = 1_000;

const typedText = z.string(rule("bad_text")).max(MAX_TYPED, rule("too_long")).default("");

/** One measure's texts exactly as they stand in the form; nothing is trimmed, cut or corrected here. */
export const typedFigureInput = z.object({
  n: typedText,
  d: typedText,
  level: typedText,
  judged: typedText,
  evidence: typedText,
  note: typedText,
  notApplicable: z.boolean().default(EMPTY_FIGURE.notApplicable),
});

/** The texts of a form as they are stored, by measure. */
export const typedTextsInput = z.record(z.string(), typedFigureInput);

const id = lineOfText(100);

/** Made by the sender, once for each thing it wants done: the same one is never done twice. */
export const requestId = z.string(rule("required")).regex(/^[A-Za-z0-9-]{8,64}$/, rule("invalid_input"));

/** The version of the report that the form was filled from; 0 for a report that nobody had begun. */
const version = z.number(rule("required")).int().min(0);

/** Which report is filled in, and the version that was there. */
export const reportPlace = { unitId: id, periodId: id, version };

/** A whole form: the report it belongs to and all its texts by measure. */
export const typedReportInput = z.object({
  requestId,
  ...reportPlace,
  figures: z
    .record(id, typedFigureInput)
    .refine((figures) => Object.keys(figures).length <= MAX_FIGURES, rule("invalid_input")),
});

export type TypedReport = z.output<typeof typedReportInput>;

/** Whose form it is, where it says so: another account may have signed in meanwhile in the same browser. */
export const sender = { accountId: id.optional() };

/** A form as it is sent in the background. */
export const sentReportInput = typedReportInput.extend(sender);

/** Which report is asked for. */
export const storedReportInput = z.object({ ...sender, unitId: id, periodId: id });

const onSubmission = { requestId, submissionId: id, version: version.min(1) };

export const acceptSubmissionInput = z.object(onSubmission);
export type AcceptSubmission = z.output<typeof acceptSubmissionInput>;

export const withdrawSubmissionInput = z.object(onSubmission);
export type WithdrawSubmission = z.output<typeof withdrawSubmissionInput>;

const reasonText = plainText(MAX_REASON).pipe(z.string().min(1, rule("required")));

/** What the office asks for is required: a return without a note helps nobody. */
export const returnSubmissionInput = z.object({ ...onSubmission, note: reasonText });
export type ReturnSubmission = z.output<typeof returnSubmissionInput>;

/** Opens an accepted report for correction; the reason stays with every figure that it changes. */
export const correctSubmissionInput = z.object({ ...onSubmission, reason: reasonText });
export type CorrectSubmission = z.output<typeof correctSubmissionInput>;
